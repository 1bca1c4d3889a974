"""Mocs as files: of ours, of mocpy and of astropy; and what may go wrong with files."""

import gzip
import io
import logging
import os
import pathlib
import stat

import numpy as np
import pytest

import healpixel as hp

MOC = hp.Moc.from_ascii("3/1-5 8 4/200 6/")
KINDS = ["range", "nuniq", "nuniq_v1"]


@pytest.mark.parametrize("kind", KINDS)
def test_by_every_kind_of_name_and_file(tmp_path, kind):
    path = tmp_path / "moc.fits"
    MOC.write_fits(path, kind)
    assert path.read_bytes() == MOC.to_fits(kind)
    assert hp.Moc.read_fits(path) == hp.Moc.read_fits(str(path)) == MOC
    with path.open("rb") as file:
        assert hp.Moc.read_fits(file) == MOC
    with path.open("rb", buffering=0) as file:
        assert hp.Moc.read_fits(file) == MOC
    assert hp.Moc.read_fits(io.BytesIO(path.read_bytes())) == MOC
    with gzip.open(tmp_path / "moc.fits.gz", "wb") as file:
        MOC.write_fits(file, kind=kind)
    with gzip.open(tmp_path / "moc.fits.gz") as file:
        assert hp.Moc.read_fits(file) == MOC
    for data in (path.read_bytes(), bytearray(path.read_bytes()), memoryview(path.read_bytes()), np.fromfile(path, np.uint8)):
        assert hp.Moc.from_fits(data) == MOC


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("moc", [MOC, hp.Moc.empty(5), hp.Moc.all_sky(29), hp.Moc.from_cells(29, [0, 12 * 4**29 - 1])])
def test_mocpy_reads_ours(tmp_path, kind, moc):
    mocpy = pytest.importorskip("mocpy")
    moc.write_fits(tmp_path / "moc.fits", kind)
    theirs = mocpy.MOC.load(tmp_path / "moc.fits", format="fits")
    assert theirs.max_order == moc.depth
    assert np.array_equal(theirs.to_depth29_ranges, moc.ranges)


@pytest.mark.parametrize("text", ["3/1-5 8 4/200 6/", "5/", "0/0-11", "29/0 3458764513820540927"])
@pytest.mark.parametrize("keywords", [{}, {"v1_compatible": True}])
def test_we_read_what_mocpy_writes(tmp_path, text, keywords):
    mocpy = pytest.importorskip("mocpy")
    theirs, ours = mocpy.MOC.from_string(text), hp.Moc.from_ascii(text)
    theirs.save(tmp_path / "moc.fits", format="fits", **keywords)
    assert hp.Moc.read_fits(tmp_path / "moc.fits") == ours
    assert hp.Moc.from_json(theirs.to_string("json")) == ours
    assert hp.Moc.from_ascii(theirs.to_string("ascii")) == ours


@pytest.mark.parametrize("kind", KINDS)
def test_astropy_reads_ours_and_we_what_it_writes(tmp_path, kind):
    fits = pytest.importorskip("astropy.io.fits")
    MOC.write_fits(tmp_path / "ours.fits", kind)
    with fits.open(tmp_path / "ours.fits") as hdus:
        hdus.verify("exception")
        column = hdus[1].data.field(0)
        if kind == "range":
            assert np.array_equal(column.reshape(-1, 2), MOC.ranges)
        else:
            assert np.array_equal(column, MOC.to_uniq())
            assert hp.Moc.from_uniq(6, column) == MOC
        hdus.writeto(tmp_path / "theirs.fits")
    assert hp.Moc.read_fits(tmp_path / "theirs.fits") == MOC


def test_missing_files_and_directories(tmp_path):
    with pytest.raises(FileNotFoundError) as caught:
        hp.Moc.read_fits(tmp_path / "none.fits")
    assert caught.value.filename == str(tmp_path / "none.fits") and caught.value.errno == 2
    with pytest.raises(FileNotFoundError) as caught:
        MOC.write_fits(tmp_path / "none" / "moc.fits")
    assert caught.value.filename == str(tmp_path / "none" / "moc.fits")
    with pytest.raises(IsADirectoryError):
        hp.Moc.read_fits(tmp_path)
    with pytest.raises(IsADirectoryError):
        MOC.write_fits(tmp_path, overwrite=True)
    with pytest.raises(TypeError, match="path .* or a file object .* not int"):
        hp.Moc.read_fits(3)
    with pytest.raises(TypeError, match="must be bytes, not str"):
        hp.Moc.from_fits("moc.fits")
    with pytest.raises(hp.HealpixError, match="kind"):
        MOC.write_fits(tmp_path / "moc.fits", "ranges")
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_overwritten_unasked(tmp_path):
    path = tmp_path / "moc.fits"
    path.write_text("precious")
    with pytest.raises(FileExistsError, match="overwrite=True"):
        MOC.write_fits(path)
    assert path.read_text() == "precious"
    path.chmod(0o640)
    MOC.write_fits(path, overwrite=True)
    assert hp.Moc.read_fits(path) == MOC and stat.S_IMODE(path.stat().st_mode) == 0o640
    link = tmp_path / "link.fits"
    link.symlink_to(path)
    hp.Moc.empty(3).write_fits(link, overwrite=True)
    assert link.is_symlink() and hp.Moc.read_fits(path) == hp.Moc.empty(3)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["link.fits", "moc.fits"]


def test_a_new_file_has_the_permissions_of_new_files(tmp_path):
    before = os.umask(0o027)
    try:
        MOC.write_fits(tmp_path / "moc.fits")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "moc.fits").stat().st_mode) == 0o640


def test_a_full_disk_is_an_error_of_the_system():
    if not pathlib.Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with pytest.raises(OSError) as caught:
        MOC.write_fits("/dev/full", overwrite=True)
    assert caught.value.errno == 28 and caught.value.filename == "/dev/full"


class Broken(io.BytesIO):
    """A file object that fails after a while."""

    class Hiccup(Exception):
        pass

    def read(self, size=-1):
        if self.tell() > 0:
            raise self.Hiccup("while reading")
        return super().read(min(size, 1000))

    def write(self, data):
        raise self.Hiccup("while writing")


def test_exceptions_of_file_objects_arrive_as_they_are():
    with pytest.raises(Broken.Hiccup, match="while reading"):
        hp.Moc.read_fits(Broken(MOC.to_fits()))
    with pytest.raises(Broken.Hiccup, match="while writing"):
        MOC.write_fits(Broken())
    with pytest.raises(TypeError, match="binary mode: read.* returned str"):
        hp.Moc.read_fits(io.StringIO("SIMPLE"))
    with pytest.raises(TypeError):
        MOC.write_fits(io.StringIO())


def test_a_file_object_that_takes_a_little_at_a_time():
    class Slow(io.BytesIO):
        def write(self, data):
            return super().write(data[:100])

        def read(self, size=-1):
            return super().read(min(size, 7))

    file = Slow()
    MOC.write_fits(file)
    assert file.getvalue() == MOC.to_fits()
    file.seek(0)
    assert hp.Moc.read_fits(file) == MOC


def test_malformed_files_are_told_with_their_name_and_place(tmp_path):
    path = tmp_path / "bad.fits"
    for end in (0, 100, 2880, 4000, 5760, 5780):
        path.write_bytes(MOC.to_fits()[:end])
        with pytest.raises(hp.HealpixError, match=r"bad\.fits: byte \d+: "):
            hp.Moc.read_fits(path)
        with pytest.raises(hp.HealpixError, match=r"^byte \d+: "):
            hp.Moc.from_fits(MOC.to_fits()[:end])
    with pytest.raises(hp.HealpixError, match="line 2, column 3: the range 9-7 ends before it starts"):
        hp.Moc.from_ascii("3/1-5\n4/9-7")
    with pytest.raises(hp.HealpixError, match="line 1, column 11"):
        hp.Moc.from_json('{"1": [1, 48]}')


def test_warnings_go_to_logging(caplog):
    with caplog.at_level(logging.WARNING, "healpixel"):
        assert hp.Moc.from_ascii("3/1-5 4 5") == hp.Moc.from_ascii("3/1-5")
    assert [record.name for record in caplog.records] == ["healpixel"]
    assert "overlap" in caplog.text
