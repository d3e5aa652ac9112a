"""Makes images that tell too much: of every kind, with names, places and GPS wherever they fit.

tagged_image("JPEG")        a photo with EXIF, GPS, XMP, IPTC, a comment, a colour profile
hidden_data(content)        what can still be found of such things in a file: [] is clean

The picture is 64 x 48, blue with a red corner at the top left, held so that upright is a quarter
turn: cleaned, it is 48 x 64 with the red corner at the top right. GIF knows no orientation.
"""

import json
import os
import shutil
import subprocess
from io import BytesIO

import pytest
from PIL import Image, ImageCms
from PIL.ExifTags import GPS, IFD, Base
from PIL.PngImagePlugin import PngInfo
from pillow_heif import register_heif_opener

register_heif_opener()

FORMATS = {
    "JPEG": "jpg",
    "PNG": "png",
    "WEBP": "webp",
    "AVIF": "avif",
    "GIF": "gif",
    "HEIF": "heic",
}
PERSON = "Maria Escondida"
HOUSE = "9 Hidden Lane"
CAMERA = "SpyCam 3000"
PLANTED = (PERSON, HOUSE, CAMERA)
XMP = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><creator>{PERSON}, {HOUSE}</creator></x:xmpmeta>"
SIZE, UPRIGHT_SIZE = (64, 48), (48, 64)
RED, BLUE = (255, 0, 0), (0, 0, 255)
QUARTER_TURN = 6

# What exiftool may say of a file that holds pixels alone: facts of the file and of its encoding.
PLAIN_FACTS = frozenset(
    {
        *("SourceFile", "ExifTool:ExifToolVersion", "Composite:ImageSize", "Composite:Megapixels"),
        *("File:FileName", "File:Directory", "File:FileSize", "File:FilePermissions"),
        *("File:FileModifyDate", "File:FileAccessDate", "File:FileInodeChangeDate"),
        *("File:FileType", "File:FileTypeExtension", "File:MIMEType"),
        *("File:ImageWidth", "File:ImageHeight", "File:EncodingProcess", "File:BitsPerSample"),
        *("File:ColorComponents", "File:YCbCrSubSampling"),
        *("JFIF:JFIFVersion", "JFIF:ResolutionUnit", "JFIF:XResolution", "JFIF:YResolution"),
        *("PNG:ImageWidth", "PNG:ImageHeight", "PNG:BitDepth", "PNG:ColorType"),
        *("PNG:Compression", "PNG:Filter", "PNG:Interlace", "PNG:Palette", "PNG:Transparency"),
        *("PNG:AnimationFrames", "PNG:AnimationPlays"),
        *("GIF:GIFVersion", "GIF:ImageWidth", "GIF:ImageHeight", "GIF:HasColorMap"),
        *("GIF:ColorResolutionDepth", "GIF:BitsPerPixel", "GIF:BackgroundColor"),
        *("GIF:AnimationIterations", "GIF:FrameCount", "GIF:Duration", "GIF:TransparentColor"),
        *("RIFF:VP8Version", "RIFF:ImageWidth", "RIFF:ImageHeight", "RIFF:HorizontalScale"),
        *("RIFF:VerticalScale", "RIFF:WebP_Flags", "RIFF:AlphaIsUsed", "RIFF:BackgroundColor"),
        *("RIFF:AnimationLoopCount", "RIFF:FrameCount", "RIFF:Duration"),
        *("RIFF:AlphaPreprocessing", "RIFF:AlphaFiltering", "RIFF:AlphaCompression"),
        *("QuickTime:MajorBrand", "QuickTime:MinorVersion", "QuickTime:CompatibleBrands"),
        *("QuickTime:HandlerType", "QuickTime:PrimaryItemReference"),
        *("QuickTime:ImageSpatialExtent", "QuickTime:ImagePixelDepth"),
        *("QuickTime:AV1ConfigurationVersion", "QuickTime:ChromaFormat"),
        *("QuickTime:ChromaSamplePosition", "QuickTime:ColorProfiles"),
        *("QuickTime:ColorPrimaries", "QuickTime:TransferCharacteristics"),
        *("QuickTime:MatrixCoefficients", "QuickTime:MediaDataSize"),
        *("QuickTime:MediaDataOffset", "QuickTime:AuxiliaryImageType"),
    }
)
# What Pillow may know of such a file.
PLAIN_INFO = frozenset(
    {
        *("jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"),
        *("version", "background", "transparency", "duration", "timestamp", "loop", "extension"),
        *("bbox", "disposal", "blend", "default_image"),
    }
)


def plain_picture() -> Image.Image:
    """Blue, with a red quarter at the top left."""
    picture = Image.new("RGB", SIZE, BLUE)
    picture.paste(RED, (0, 0, SIZE[0] // 2, SIZE[1] // 2))
    return picture


def tagged_image(image_format: str) -> bytes:
    """The picture in a format of Pillow's name, with everything planted that the format holds."""
    return {"JPEG": _tagged_jpeg, "PNG": _tagged_png, "GIF": _tagged_gif}.get(
        image_format, lambda: _tagged_by_pillow(image_format)
    )()


def encoded(picture: Image.Image, image_format: str, **options: object) -> bytes:
    """The picture as a file of this format."""
    target = BytesIO()
    picture.save(target, image_format, **options)
    return target.getvalue()


def film(image_format: str, **options: object) -> bytes:
    """Three frames, red, green and blue, of 100, 200 and 300 ms, played twice."""
    first, *others = (Image.new("RGB", SIZE, colour) for colour in (RED, (0, 255, 0), BLUE))
    options = {"duration": [100, 200, 300], "loop": 2} | options
    return encoded(first, image_format, save_all=True, append_images=others, **options)


def tell_tale_exif() -> bytes:
    """EXIF with a name, a camera, GPS and a quarter turn."""
    exif = Image.Exif()
    exif[Base.Artist], exif[Base.ImageDescription], exif[Base.Model] = PERSON, HOUSE, CAMERA
    exif[Base.Orientation] = QUARTER_TURN
    exif.get_ifd(IFD.Exif)[Base.MakerNote] = f"serial number of {PERSON}".encode()
    gps = exif.get_ifd(IFD.GPSInfo)
    gps[GPS.GPSLatitudeRef], gps[GPS.GPSLatitude] = "N", (34.0, 3.0, 8.25)
    gps[GPS.GPSLongitudeRef], gps[GPS.GPSLongitude] = "W", (118.0, 14.0, 37.5)
    return exif.tobytes()


def srgb_profile() -> bytes:
    """The profile that says: sRGB."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def swapped_profile() -> bytes:
    """A profile in which red stands for green and the other way round, under another name."""
    profile = srgb_profile().replace("sRGB".encode("utf-16-be"), "Swap".encode("utf-16-be"))
    profile = profile.replace(b"rXYZ", b"?XYZ").replace(b"gXYZ", b"rXYZ")
    return profile.replace(b"?XYZ", b"gXYZ")


def _tagged_by_pillow(image_format: str) -> bytes:
    return encoded(
        plain_picture(),
        image_format,
        exif=tell_tale_exif(),
        xmp=XMP.encode(),
        icc_profile=srgb_profile(),
    )


def _tagged_jpeg() -> bytes:
    content = encoded(
        plain_picture(),
        "JPEG",
        exif=tell_tale_exif(),
        xmp=XMP.encode(),
        icc_profile=srgb_profile(),
        comment=f"taken by {PERSON}",
        quality=95,
        subsampling="4:4:4",
    )
    return content[:2] + _iptc_segment() + content[2:] + f"film of {HOUSE}".encode()


def _iptc_segment() -> bytes:
    by_line = b"\x1c\x02\x50" + len(PERSON).to_bytes(2, "big") + PERSON.encode()
    resource = b"8BIM\x04\x04\0\0" + len(by_line).to_bytes(4, "big") + by_line
    body = b"Photoshop 3.0\0" + resource + b"\0" * (len(resource) % 2)
    return b"\xff\xed" + (len(body) + 2).to_bytes(2, "big") + body


def _tagged_png() -> bytes:
    notes = PngInfo()
    notes.add_text("Author", PERSON)
    notes.add_text("Comment", HOUSE, zip=True)
    notes.add_itxt("XML:com.adobe.xmp", XMP)
    notes.add(b"tIME", b"\x07\xdc\x01\x05\x0c\x00\x00")
    content = encoded(
        plain_picture(),
        "PNG",
        pnginfo=notes,
        exif=tell_tale_exif(),
        icc_profile=srgb_profile(),
        dpi=(300, 300),
    )
    return content + f"behind the end: {HOUSE}".encode()


def _tagged_gif() -> bytes:
    content = encoded(plain_picture(), "GIF", comment=f"by {PERSON}".encode())
    xmp = b"\x21\xff\x0bXMP DataXMP" + XMP.encode() + bytes([1, *range(255, -1, -1), 0])
    note = f"{CAMERA} at {HOUSE}".encode()
    text = b"\x21\x01\x0c" + bytes(12) + bytes([len(note)]) + note + b"\0"
    return content[:-1] + xmp + text + b";" + f"behind the end: {HOUSE}".encode()


def hidden_data(content: bytes) -> list[str]:
    """What a clean file must not hold, found by a search, by Pillow and by exiftool."""
    return _planted_words(content) + _tags_that_pillow_finds(content) + _tags_by_exiftool(content)


def _planted_words(content: bytes) -> list[str]:
    return [
        f"{word} as {encoding}"
        for word in PLANTED
        for encoding in ("utf-8", "utf-16-le", "utf-16-be")
        if word.encode(encoding) in content
    ]


def _tags_that_pillow_finds(content: bytes) -> list[str]:
    found = []
    with Image.open(BytesIO(content)) as image:
        for index in range(getattr(image, "n_frames", 1)):
            image.seek(index)
            image.load()
            found += [str(key) for key in image.info if key not in PLAIN_INFO]
        found += [f"EXIF {tag}" for tag in image.getexif()]
        found += list(getattr(image, "text", {}))
    return found


def _tags_by_exiftool(content: bytes) -> list[str]:
    exiftool = shutil.which("exiftool")
    if exiftool is None:
        if os.environ.get("CI") == "true":
            pytest.fail("exiftool is not installed; Debian's package is libimage-exiftool-perl")
        return []
    answer = subprocess.run(
        [exiftool, "-G", "-json", "-ee", "-a", "-"], input=content, capture_output=True, check=True
    )
    return [tag for tag in json.loads(answer.stdout)[0] if tag not in PLAIN_FACTS]
