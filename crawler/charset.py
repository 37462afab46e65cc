"""The text of an answer, whatever its headers say of its encoding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.http import TextResponse

if TYPE_CHECKING:
    from scrapy.http import Response

_BYTE_ORDER_MARK = "\ufeff"


def text_of(response: Response) -> str | None:
    """Return the body as text, or None where it is none (a picture, a PDF).

    A body that is valid UTF-8 is taken as that, declared or not: a server's default charset that nobody has looked at
    is common, while a text of another encoding that is valid UTF-8 by chance hardly exists. Otherwise the declared
    encoding holds, as Scrapy finds it.
    """
    if not isinstance(response, TextResponse):
        return None
    try:
        text = response.body.decode("utf-8")
    except UnicodeDecodeError:
        text = response.text
    return text.removeprefix(_BYTE_ORDER_MARK)
