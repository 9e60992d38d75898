"""What a store must do, whatever keeps it: one text, every backend.

class TestSqlite(StoreContract):
    create = staticmethod(...)      # (folder, state folder) -> Home, empty
    open = staticmethod(...)        # (folder, state folder) -> Home
    copy = staticmethod(...)        # (home, folder): the bare copy somebody makes of a home that nobody uses
    refusal_of = staticmethod(...)  # (home, statement) -> what the database says to it
"""

from types import SimpleNamespace

import pytest

from contracts.attachments_contract import AttachmentsContract
from contracts.books_contract import BooksContract
from contracts.copies_contract import CopiesContract
from contracts.desk_contract import DeskContract
from contracts.filling import named_party, say, wording
from contracts.folding_contract import FoldingContract
from contracts.lists_contract import ListsContract
from contracts.notes_contract import NotesContract
from contracts.register_contract import RegisterContract
from contracts.search_contract import SearchContract
from simulator import World


class StoreContract(
    BooksContract,
    RegisterContract,
    ListsContract,
    SearchContract,
    FoldingContract,
    NotesContract,
    DeskContract,
    CopiesContract,
    AttachmentsContract,
):
    @pytest.fixture
    def home(self, tmp_path):
        return self.create(tmp_path / "home", tmp_path / "state")

    @pytest.fixture
    def ferry(self):
        """Two parties, an agreed item, what each stated about it, and an item they both signed."""
        world = World()
        north = named_party(world, "north", en="Northern office", vi="Văn phòng Bắc", zh="北方办公室")
        south = named_party(world, "south", en="Southern office", vi="Văn phòng Nam", zh="南方办公室")
        title = wording(en="Reopen the ferry", vi="Mở lại bến phà", zh="恢复渡口")
        paper = say(north, "undertaking", {"title": title, "owners": sorted([north.id, south.id]), "areas": ["A05"]})
        said = say(north, "progress", {"undertaking": [paper], "owner": [north.id], "state": "under_way", "word": "own"})
        say(south, "progress", {"undertaking": [paper], "owner": [south.id], "state": "done", "word": "own"})
        item = say(north, "item", {"title": wording(en="Ferry days"), "parties": sorted([north.id, south.id])})
        text = north.text(item, [north, south])
        north.sign(text)
        south.sign(text)
        return SimpleNamespace(world=world, north=north, south=south, paper=paper, said=said, item=item, text=text)
