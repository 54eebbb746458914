"""What may be wrong in what is claimed: gone through, and put right."""

from __future__ import annotations

import asyncio

from newsreader.library.corrections import source_of
from newsreader.model import Analysis, Correction, Span, is_unsure
from newsreader.tui import cases
from newsreader.tui.cases import Case, Proposal
from newsreader.tui.messages import EntitySelected
from newsreader.tui.screens.versioning import VersioningScreen


class CorrectingScreen(VersioningScreen):
    """Goes from one unsure claim to the next, and changes any of them for good."""

    # unsure

    def action_next_unsure(self) -> None:
        """Go to the next unsure quote, or the first mention of the next unsure name."""
        self._step_unsure(forward=True)

    def action_previous_unsure(self) -> None:
        """Go to the unsure quote or name before."""
        self._step_unsure(forward=False)

    def _step_unsure(self, *, forward: bool) -> None:
        quotes = [(q.span, n, True) for n, q in enumerate(self.quotes) if is_unsure(q)]
        names = [
            (entity.mentions[0].span, n, False)
            for n, entity in enumerate(self.analysis.entities)
            if is_unsure(entity)
        ]
        claims = sorted([*quotes, *names])
        at = self._from_here([span for span, _, _ in claims], forward=forward)
        if at is None:
            self.status.say("Nothing is unsure in this article.")
            return
        span, index, is_quote = claims[at]
        if is_quote:
            self._show_quote(index)
        else:
            self.entities_pane.put_cursor_on(index)
            self.on_entity_selected(EntitySelected(index))
            self.go_to(span)
            self.mention = span
        self.status.say(f"Unsure {at + 1} of {len(claims)} · {self.status.message}")

    # corrections

    async def action_correct(self) -> None:
        """Ask what is wrong with the quote or name that is meant, and put it right."""
        from newsreader.tui.screens.correct import CorrectScreen

        case = self._case()
        if case is None or self.opened is None:
            self.status.say("Nothing to correct yet: ]q picks a quote, ]e a name.")
            return
        listed = self.opened.listed
        made = await asyncio.to_thread(self.reading.corrections, listed.id)
        proposal = await self.dialog(
            CorrectScreen(case, source_of(listed), len(made), self.actions)
        )
        if proposal == "list":
            await self.action_corrections()
        elif proposal is not None:
            await self._correct(case, proposal)

    async def on_claim_doubted(self) -> None:
        """Ask what is wrong with what was clicked."""
        await self.perform_named("correct")

    def _case(self) -> Case | None:
        """Return the claim that is meant: in a list the one under the cursor, else the one lit."""
        pane, quote = self.pane_shown(), self.quote
        if pane == "quotes":
            current = self.quotes_pane.current
            quote = None if current is None else self.quotes[current]
        elif pane == "entities" or self.mention is not None:
            return self._case_of_name(in_list=pane == "entities")
        if quote is None:
            return None
        return cases.of_quote(quote, self.body.text, self.quotes, self.analysis.entities)

    def _case_of_name(self, *, in_list: bool) -> Case | None:
        entities, current = self.analysis.entities, self.entities_pane.current
        at_mention = [
            n for n, each in enumerate(entities)
            if any(mention.span == self.mention for mention in each.mentions)
        ]  # fmt: skip
        index = current if in_list else next(iter(at_mention), None)
        if index is None:
            return None
        mention = self.mention if index in at_mention else None
        return cases.of_entity(entities[index], entities, mention, self.body.text)

    async def _correct(self, case: Case, proposal: Proposal) -> None:
        if self.opened is None:
            return
        listed, version = self.opened.listed, self.opened.version
        made = await self.change(
            lambda: self.reading.correct(
                listed.id,
                version,
                proposal.kind,
                span=case.span,
                name=case.name,
                value=proposal.value,
                scope=proposal.scope,
            )
        )
        await self.analyse_again()
        done = cases.in_words(made.kind, made.name, made.value)
        self.status.say(f"{done}; u takes it back.")

    async def action_corrections(self) -> None:
        """List what was corrected in this article, until the reader leaves or goes to one."""
        from newsreader.tui.screens.corrections import CorrectionsScreen

        if self.opened is None:
            return
        article_id = self.opened.listed.id
        made = await asyncio.to_thread(self.reading.corrections, article_id)
        if not made:
            self.status.say("Nothing was corrected in this article; c corrects a claim.")
        while made:
            picked = await self.dialog(CorrectionsScreen(made, self.actions))
            if picked is None:
                return
            if not picked.remove:
                self._visit(picked.correction)
                return
            await self._take_away(picked.correction)
            made = await asyncio.to_thread(self.reading.corrections, article_id)

    async def _take_away(self, correction: Correction) -> None:
        await self.change(lambda: self.reading.remove_correction(correction.id))
        await self.analyse_again()
        done = cases.in_words(correction.kind, correction.name, correction.value)
        self.status.say(f"Taken away: {done}; u brings it back.")

    def _visit(self, correction: Correction) -> None:
        """Go to the passage that a correction is about, if this version has it."""
        exact = correction.anchor.exact if correction.anchor else correction.value
        near = correction.anchor.span.start if correction.anchor else 0
        text = self.body.text
        at = near if text.startswith(exact, near) else text.find(exact)
        if at < 0:
            self.status.say("Its passage is not in this version.")
            return
        self.go_to(Span(at, at + len(exact)))
        self.focus_pane("body")
        self.status.say(cases.in_words(correction.kind, correction.name, correction.value))

    async def action_undo(self) -> None:
        """Take back the last change, of a claim too."""
        await super().action_undo()
        await self.analyse_again()

    def show_analysis(self, analysis: Analysis) -> None:
        """Show quotes and names; what was lit or current before is so again, if it is there."""
        place, was_quote, mention, lit = self.place, self.quote is not None, self.mention, self.lit
        super().show_analysis(analysis)
        for entity in analysis.entities:
            if lit and any(each.span == lit[0] for each in entity.mentions):
                self.light(entity)
        if place is not None and was_quote:
            self.quote = next((each for each in self.quotes if each.span == place), None)
        known = {each.span for entity in analysis.entities for each in entity.mentions}
        self.mention = mention if mention in known else None
