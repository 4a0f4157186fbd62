"""Handling of jobs without a page: sites are asked, a list is chosen; admins look after the sites."""

import re
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from bot import commands as c
from bot.messages import Message
from bot.turn import NotYours, Refusal, Turn
from bot.views.lists import list_slot
from bot.views.rounds import current_card
from bot.views.sites import job_card, job_slot, removal_card, sites_card
from commerce.methods.models import ListState
from commerce.methods.service import BadScale, list_of_page
from commerce.methods.sites.models import FoundMethod, JobSearch, JobState, MethodSite, SiteState
from commerce.methods.sites.service import (
    NotAnAddress,
    check_later,
    choose,
    name_job,
    register_site,
    serves_persons,
    sites,
    switch_site,
)
from commerce.people.models import FocusKind, Role
from commerce.people.service import focus_of, focus_on

__all__ = ["handle_sites"]


MOST_SERVINGS = 1000
CHOSEN_WITHIN = timedelta(hours=12)
ADDED = re.compile(
    r"^(?P<address>\S+)(?:\s+(?P<language>[a-z]{2})(?=\s|$))?(?:\s+(?P<name>\S.*))?$", re.IGNORECASE
)
DOING = {
    "add": "add", "new": "add", "hinzufügen": "add", "neu": "add", "ajouter": "add",
    "on": "on", "an": "on", "ein": "on", "activer": "on",
    "off": "off", "aus": "off", "désactiver": "off",
    "remove": "remove", "delete": "remove", "entfernen": "remove", "löschen": "remove",
    "supprimer": "remove", "retirer": "remove",
}  # fmt: skip
"""What an admin can do with a site, by the word behind /sites."""


def handle_sites(turn: Turn, command: c.SitesCommand) -> None:
    match command:
        case c.NameJob(job=job, servings=servings):
            _name_job(turn, job, servings)
        case c.AskJobAgain(search_id=search_id):
            search = _own_search(turn, search_id)
            _name_job(turn, search.job, search.servings)
        case c.ChooseMethod(found_id=found_id):
            _choose(turn, found_id)
        case c.ShowJob():
            _show_job(turn)
        case c.Sites(text=text):
            turn.must_be(Role.ADMIN)
            _sites(turn, text.strip())
        case c.SwitchSite(site_id=site_id, on=on):
            turn.must_be(Role.ADMIN)
            _switch(turn, _site(turn, site_id), SiteState.ON if on else SiteState.OFF)
        case c.RemoveSite(site_id=site_id, sure=sure):
            turn.must_be(Role.ADMIN)
            _remove(turn, _site(turn, site_id), bool(sure))


def _name_job(turn: Turn, job: str, servings: Decimal | None) -> None:
    if servings is not None and not 0 < servings <= MOST_SERVINGS:
        raise BadScale(servings)
    if not sites(turn.session, only_on=True):
        raise Refusal("job-no-sites", job=job[:60])
    name_job(turn.session, turn.person, job, servings, turn.words.language, turn.now)


def _own_search(turn: Turn, search_id: UUID) -> JobSearch:
    search = turn.session.get(JobSearch, search_id)
    if search is None:
        raise NotYours
    turn.must_own(search.person_id)
    return search


def _choose(turn: Turn, found_id: UUID) -> None:
    """The list chosen becomes her own; chosen again, it is shown as it stands."""
    found = turn.session.get(FoundMethod, found_id)
    if found is None:
        raise NotYours
    search = _own_search(turn, found.search_id)
    known = list_of_page(
        turn.session, turn.person.id, found.url, max(search.created_at, turn.now - CHOSEN_WITHIN)
    )
    if known is not None and known.state is not ListState.READING:
        focus_on(turn.session, turn.person.id, FocusKind.LIST, known.id)
        card = current_card(turn.stage, turn.person, known)
        text = f"{turn.words('job-chosen-already')}\n\n{card.text}"
        turn.reply(replace(card, text=text), slot=list_slot(known), fresh=True)
        return
    confirmed_by = turn.stage.settings.asking.confirmed_by
    choose(turn.session, turn.person, found, turn.now, confirmed_by=confirmed_by)
    if search.servings is not None and not serves_persons(found):
        servings, unit = found.reading["servings"], found.reading["servings_unit"]
        number = turn.words.number(Decimal(servings)) if servings else ""
        turn.say("job-not-scaled", servings=number, unit=unit or "")


def _show_job(turn: Turn) -> None:
    focus = focus_of(turn.session, turn.person.id)
    search = turn.session.get(JobSearch, focus.subject_id) if focus.kind is FocusKind.JOB else None
    if search is None or search.state is not JobState.OFFERED:
        raise Refusal("job-which-one")
    turn.reply(job_card(turn.stage, turn.person, search), slot=job_slot(search), fresh=True)


def _sites(turn: Turn, text: str) -> None:
    word, _, rest = text.partition(" ")
    doing = DOING.get(word.casefold())
    if not text:
        typed = turn.message_id is None
        turn.reply(sites_card(turn.stage, turn.person), slot="sites", fresh=typed)
    elif doing == "add":
        _add(turn, rest.strip())
    elif doing == "remove":
        _remove(turn, _site_named(turn, rest), sure=False)
    elif doing is not None:
        _switch(turn, _site_named(turn, rest), SiteState(doing))
    elif "://" in text:
        _add(turn, text)
    else:
        raise Refusal("sites-what")


def _add(turn: Turn, text: str) -> None:
    """ "https://… [language] [name]"; tried at once, which is told when it is done."""
    told = ADDED.match(text)
    if told is None:
        raise Refusal("site-not-an-address", text="")
    language = (told["language"] or turn.words.language).lower()
    name = " ".join((told["name"] or "").split())
    try:
        site = register_site(turn.session, told["address"], turn.now, name=name, language=language)
    except NotAnAddress as error:
        raise Refusal("site-not-an-address", text=told["address"][:80]) from error
    check_later(turn.session, site, turn.person, turn.now)
    turn.say(
        "site-added", name=site.name, adapter=site.adapter.value.replace("_", "-"), language=site.language
    )


def _switch(turn: Turn, site: MethodSite, wished: SiteState) -> None:
    switch_site(turn.session, site, wished)
    if turn.message_id is None:
        turn.say("site-switched", name=site.name, state=wished.value)
    turn.reply(sites_card(turn.stage, turn.person), slot="sites", fresh=turn.message_id is None)


def _remove(turn: Turn, site: MethodSite, sure: bool) -> None:
    if not sure:
        turn.reply(removal_card(turn.words, site), slot="sites", fresh=turn.message_id is None)
        return
    switch_site(turn.session, site, SiteState.REMOVED)
    turn.reply(Message(turn.words("site-removed", name=site.name)))
    turn.reply(sites_card(turn.stage, turn.person), slot="sites")


def _site(turn: Turn, site_id: UUID) -> MethodSite:
    site = turn.session.get(MethodSite, site_id)
    if site is None or site.state is SiteState.REMOVED:
        raise Refusal("site-gone")
    return site


def _site_named(turn: Turn, text: str) -> MethodSite:
    """By its number in the list, its name or its host."""
    known = sites(turn.session)
    asked = text.strip().casefold()
    if asked.isdigit() and 1 <= int(asked) <= len(known):
        return known[int(asked) - 1]
    meant = [site for site in known if asked and (asked == site.name.casefold() or asked in site.host)]
    if len(meant) != 1:
        raise Refusal("site-which", text=text.strip()[:60])
    return meant[0]
