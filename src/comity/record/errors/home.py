"""The home, its disk and the files it keeps cannot take or give something."""

from __future__ import annotations

from comity.record.errors.refusal import RecordError, StoreError


class NoHome(StoreError):
    code = "no_home"
    sentence = "There is no home of Comity in {path}."


class HomeExists(StoreError):
    code = "home_exists"
    sentence = "There is already something in {path}; choose an empty place."


class NewerHome(StoreError):
    code = "newer_home"
    sentence = "The home in {path} was written by a newer version of Comity ({found}; this one knows {known})."


class HomeDamaged(StoreError):
    code = "home_damaged"
    sentence = "The home in {path} cannot be read: {problem}."


class HomeBusy(StoreError):
    code = "home_busy"
    sentence = "Another program has been writing in {path} for {seconds} seconds; try again when it has finished."


class DiskFull(StoreError):
    code = "disk_full"
    sentence = "The disk of {path} is full. Nothing was entered."


class DiskReadOnly(StoreError):
    code = "disk_read_only"
    sentence = "Nothing can be written in {path}. Nothing was entered."


class DiskFailed(StoreError):
    code = "disk_failed"
    sentence = "The disk of {path} did not take it ({problem}). Nothing was entered."


class HomeWasCopied(StoreError):
    code = "home_was_copied"
    sentence = (
        "The home in {path} was copied or restored: nothing is entered until you run comity resume --after-restore --home {path}."
    )


class HeadsNotKept(StoreError):
    code = "heads_not_kept"
    sentence = "It was entered and is safe, but the last heads could not be kept in {path} ({problem})."


class RegisterDiffers(StoreError):
    code = "register_differs"
    sentence = "{count} rows of the register are not what the books make them."


class NotABackup(StoreError):
    code = "not_a_backup"
    sentence = "{path} is not a backup of a home."


class FileMissing(StoreError):
    code = "file_missing"
    sentence = "There is no file {path}."


class FileThere(StoreError):
    code = "file_there"
    sentence = "There is already something else in {path}; nothing was written over it."


class AttachmentTooLarge(RecordError):
    code = "attachment_too_large"
    sentence = "{name} is {size} bytes long; files of up to {limit} bytes are kept."


class AttachmentNotHere(StoreError):
    code = "attachment_not_here"
    sentence = "The file {name} is not here: it is known by its digest only."


class AttachmentDamaged(StoreError):
    code = "attachment_damaged"
    sentence = "The file {name} no longer has the bytes of its digest; bring it back from a backup or attach it once more."


class PortTaken(StoreError):
    code = "port_taken"
    sentence = "Port {port} of this machine is taken by another program; choose another port."


class NotAnAddressHere(RecordError):
    code = "not_an_address_here"
    sentence = "{address} is not the address of a page of this desk."


class AddressNameTaken(StoreError):
    code = "address_name_taken"
    sentence = "An address is kept here as {name} already; choose another name."


class NoAddressKept(StoreError):
    code = "no_address_kept"
    sentence = "No address is kept here as {name}."


class NoSuchNote(StoreError):
    code = "no_such_note"
    sentence = "No note {number} stands here under this agreed item."


class TooManyNotes(StoreError):
    code = "too_many_notes"
    sentence = "{limit} notes stand under this agreed item already; remove one first."


class TooManyAddresses(StoreError):
    code = "too_many_addresses"
    sentence = "{limit} addresses are kept here already; remove one first."
