"""What an article said before it was edited: compared, read, and made the latest again."""

from __future__ import annotations

import asyncio

from newsreader.model import Version
from newsreader.tui.edits import day
from newsreader.tui.screens.deleting import DeletingScreen


class VersioningScreen(DeletingScreen):
    """Goes from the latest version of an article to older ones, and back."""

    async def action_versions(self) -> None:
        """Show what changed in this article; from an older version, go back to the latest."""
        from newsreader.tui.screens.versions import VersionsScreen

        if self.opened is None or self.to_latest():
            return
        opened = self.opened
        if not opened.history.edits:
            self.status.say("This article has not been edited since it was first read in.")
            return
        versions = await asyncio.to_thread(self.reading.versions, opened.listed.id)
        chosen = await self.dialog(VersionsScreen(self.reading, opened, versions, self.actions))
        if chosen is None:
            return
        if chosen.restore and chosen.version.id == opened.history.latest_id:
            self.status.say("That is the latest version already.")
        elif chosen.restore:
            await self._restore(chosen.version)
        elif chosen.version.id != opened.history.latest_id:
            self.open(opened.listed.id, version_id=chosen.version.id)
        self.focus_pane("body")

    async def action_restore_version(self) -> None:
        """Make the older version that is read the latest again."""
        if self.opened is None or self.opened.is_latest:
            self.status.say("This is the latest version: V shows the others.")
        else:
            await self._restore(self.opened.version)

    async def _restore(self, version: Version) -> None:
        await self.change(lambda: self.reading.restore(version.article_id, version.id))
        await self.analyse_again()
        self.status.say(
            f"The version from {day(version.fetched)} is the latest again; u takes it back."
        )
