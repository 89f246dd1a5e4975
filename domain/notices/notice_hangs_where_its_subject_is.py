"""A notice hangs where its subject is (就地公示): in the village, the town or the county of the record."""

from collections.abc import Callable

from domain.notices.refusals import NoticePlaceDiffers


def notice_hangs_where_its_subject_is(
    place_code: str, subject: str, subject_place: str, name_of: Callable[[str], str]
) -> None:
    """Raise NoticePlaceDiffers unless one of the two places holds the other; "" is everywhere.

    The caller's scope holds the place of the notice, and so it has to do with the place of the subject too.
    """
    if not (place_code.startswith(subject_place) or subject_place.startswith(place_code)):
        raise NoticePlaceDiffers(
            place_code, subject, subject_place, name_of(place_code), name_of(subject_place)
        )
