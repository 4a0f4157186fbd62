"""Photos, documents, albums, file ids, downloads."""

import json
from io import BytesIO

import aiohttp
import pytest
from PIL import Image

from tests.playground.emulator.api import Api, Reply


def picture(width: int = 1600, height: int = 800) -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), "teal").save(out, "PNG")
    return out.getvalue()


async def album(api: Api, chat_id: int, media: list[dict[str, str]], files: dict[str, bytes]) -> Reply:
    return await api("sendMediaGroup", files, chat_id=chat_id, media=media)


async def test_a_photo_comes_back_in_several_sizes_and_can_be_sent_again(api: Api) -> None:
    ada = await api.person()
    sent = (await api("sendPhoto", {"photo": picture()}, chat_id=ada, caption="A *table*")).result
    sizes = [(size["width"], size["height"]) for size in sent["photo"]]
    assert sizes == [(90, 45), (320, 160), (800, 400), (1280, 640)]
    again = (await api("sendPhoto", chat_id=ada, photo=sent["photo"][0]["file_id"])).result
    assert again["photo"] == sent["photo"]
    assert await api.violations() == []


async def test_a_file_can_be_downloaded_by_its_path(api: Api) -> None:
    ada = await api.person()
    sent = (await api("sendPhoto", {"photo": picture()}, chat_id=ada)).result
    file = (await api("getFile", file_id=sent["photo"][1]["file_id"])).result
    url = f"{api.url}/file/bot{api.emulator.token}/{file['file_path']}"
    async with api.session.get(url) as response:
        with Image.open(BytesIO(await response.read())) as image:
            assert image.size == (320, 160)
    async with api.session.get(url + "x") as response:
        assert response.status == 404
    unknown = await api("getFile", file_id="AgACnonsense")
    assert unknown.error == "400 Bad Request: wrong file_id or the file is temporarily unavailable"


async def test_a_file_id_is_good_for_its_own_kind_only(api: Api) -> None:
    ada = await api.person()
    sent = (await api("sendDocument", {"document": b"a,b\n1,2\n"}, chat_id=ada)).result
    assert sent["document"]["file_name"] == "document.png"
    refused = await api("sendPhoto", chat_id=ada, photo=sent["document"]["file_id"])
    assert refused.error == "400 Bad Request: can't use file of type Document as Photo"
    unknown = await api("sendPhoto", chat_id=ada, photo="nonsense")
    assert unknown.error == "400 Bad Request: wrong file identifier/HTTP URL specified"
    missing = await api("sendPhoto", chat_id=ada)
    assert missing.error == "400 Bad Request: there is no photo in the request"


async def test_a_document_sent_as_a_voice_stays_a_document(api: Api) -> None:
    ada = await api.person()
    sent = (await api("sendDocument", {"document": b"RIFF"}, chat_id=ada)).result
    again = (await api("sendVoice", chat_id=ada, voice=sent["document"]["file_id"])).result
    assert again["document"] == sent["document"]
    assert await api.violations() == ["the file is of kind document and cannot be sent as voice"]
    photo = (await api("sendPhoto", {"photo": picture(90, 90)}, chat_id=ada)).result["photo"][0]["file_id"]
    refused = await api("sendVoice", chat_id=ada, voice=photo)
    assert refused.error == "400 Bad Request: can't use file of type Photo as VoiceNote"


async def test_what_is_no_picture_is_no_photo(api: Api) -> None:
    ada = await api.person()
    broken = await api("sendPhoto", {"photo": b"not a picture"}, chat_id=ada)
    assert broken.error == "400 Bad Request: IMAGE_PROCESS_FAILED"
    long = await api("sendPhoto", {"photo": picture(2100, 100)}, chat_id=ada)
    assert long.error == "400 Bad Request: PHOTO_INVALID_DIMENSIONS"


async def test_a_download_ends_at_20_megabytes(api: Api) -> None:
    ada = await api.person()
    sent = (await api("sendDocument", {"document": bytes(20 * 1024 * 1024 + 1)}, chat_id=ada)).result
    refused = await api("getFile", file_id=sent["document"]["file_id"])
    assert refused.error == "400 Bad Request: file is too big"


async def album_of(api: Api, chat_id: int, count: int) -> Reply:
    files = {f"p{number}": picture(20, 20) for number in range(count)}
    media = [{"type": "photo", "media": f"attach://{name}"} for name in files]
    return await album(api, chat_id, media, files)


@pytest.mark.parametrize("count", [2, 10])
async def test_an_album_has_two_to_ten_pictures(api: Api, count: int) -> None:
    reply = await album_of(api, await api.person(), count)
    assert len({message["media_group_id"] for message in reply.result}) == 1
    assert await api.violations() == []


async def test_eleven_pictures_are_refused_and_a_single_one_is_a_violation(api: Api) -> None:
    ada = await api.person()
    refused = await album_of(api, ada, 11)
    assert refused.error == "400 Bad Request: too many messages to send as an album"
    empty = await album(api, ada, [], {})
    assert empty.error == "400 Bad Request: there are no messages to send"
    assert len((await album_of(api, ada, 1)).result) == 1
    assert await api.violations() == ["an album has 2-10 items"]


async def test_an_album_has_no_keyboard(api: Api) -> None:
    ada = await api.person()
    files = {"a": picture(20, 20), "b": picture(20, 20)}
    media = [{"type": "photo", "media": f"attach://{name}"} for name in files]
    keyboard = {"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]}
    sent = await api("sendMediaGroup", files, chat_id=ada, media=media, reply_markup=keyboard)
    assert all("reply_markup" not in message for message in sent.result)
    assert await api.violations() == ["unknown parameter 'reply_markup'"]


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("photo", "document", "document can't be mixed with other media types"),
        ("video", "audio", "audio can't be mixed with other media types"),
        ("photo", "animation", "can't parse InputMedia: type \"animation\" can't be used in sendMediaGroup"),
        ("photo", "sticker", 'can\'t parse InputMedia: type "sticker" is unsupported'),
    ],
)
async def test_kinds_do_not_mix_in_an_album(api: Api, first: str, second: str, words: str) -> None:
    ada = await api.person()
    files = {"one": picture(20, 20), "two": picture(20, 20)}
    media = [{"type": first, "media": "attach://one"}, {"type": second, "media": "attach://two"}]
    assert (await album(api, ada, media, files)).error == f"400 Bad Request: {words}"


async def test_photos_and_videos_mix_and_so_do_documents_among_themselves(api: Api) -> None:
    ada = await api.person()
    files = {"one": picture(20, 20), "two": picture(20, 20)}
    for first, second in (("photo", "video"), ("document", "document"), ("audio", "audio")):
        media = [{"type": first, "media": "attach://one"}, {"type": second, "media": "attach://two"}]
        assert len((await album(api, ada, media, files)).result) == 2


async def test_an_album_of_several_kinds_with_their_own_fields_is_no_violation(api: Api) -> None:
    ada = await api.person()
    files = {"one": picture(20, 20), "two": picture(20, 20)}
    photo = {"type": "photo", "media": "attach://one", "has_spoiler": True}
    video = {"type": "video", "media": "attach://two", "width": 20, "duration": 1, "supports_streaming": True}
    assert len((await api("sendMediaGroup", files, chat_id=ada, media=[photo, video])).result) == 2
    assert await api.violations() == []


async def test_an_upload_that_did_not_come_along_is_not_found(api: Api) -> None:
    ada = await api.person()
    media = [{"type": "photo", "media": "attach://here"}, {"type": "photo", "media": "attach://not-here"}]
    refused = await album(api, ada, media, {"here": picture(20, 20)})
    assert refused.error == "400 Bad Request: can't parse InputMedia: media not found"


async def test_a_photo_of_a_person_reaches_the_bot_and_the_page(api: Api) -> None:
    ada = await api.person()
    form = aiohttp.FormData({"caption": "my shelf"})
    for _ in range(2):
        form.add_field("file", picture(200, 100), filename="shelf.png", content_type="image/png")
    await api.control(f"/users/{ada}/photo", data=form)
    updates = (await api("getUpdates")).result
    first, second = (update["message"] for update in updates)
    assert (first["caption"], "caption" in second) == ("my shelf", False)
    assert first["media_group_id"] == second["media_group_id"]
    content = await api.control(f"/files/{first['photo'][-1]['file_id']}")
    with Image.open(BytesIO(content)) as image:
        assert image.size == (200, 100)


async def test_media_and_caption_can_be_edited(api: Api) -> None:
    ada = await api.person()
    sent = (await api("sendPhoto", {"photo": picture(90, 90)}, chat_id=ada, caption="one")).result
    where = {"chat_id": ada, "message_id": sent["message_id"]}
    edited = (await api("editMessageCaption", **where, caption="two")).result
    assert edited["caption"] == "two"
    media = json.dumps({"type": "photo", "media": "attach://new", "caption": "three"})
    edited = (await api("editMessageMedia", {"new": picture(300, 300)}, **where, media=media)).result
    assert (edited["caption"], edited["photo"][-1]["width"]) == ("three", 300)
    assert await api.violations() == []
