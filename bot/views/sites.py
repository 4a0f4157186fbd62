"""The lists that were found for a job, to choose from; and for admins the sites that are asked."""

from collections.abc import Sequence
from decimal import Decimal

from bot.commands import AskJobAgain, ChooseMethod, RemoveSite, Sites, SwitchSite
from bot.messages import Button, Message
from bot.turn import Stage
from bot.views.wording import Html, Words, shortened
from commerce.methods.fetching import Refusal
from commerce.methods.sites.kept import reading_of
from commerce.methods.sites.models import FoundMethod, JobSearch, JobState, MethodSite, SiteState
from commerce.methods.sites.service import found_methods, serves_persons, sites
from commerce.people.models import Person

__all__ = [
    "asking_card", "checked_card", "job_card", "job_slot", "label_of", "removal_card", "sites_card",
]  # fmt: skip

COMPONENTS_SHOWN = 5
NAMES_SHOWN = 4
SITES_SHOWN = 30


def job_slot(search: JobSearch) -> str:
    return f"job:{search.id}"


def asking_card(stage: Stage, person: Person, search: JobSearch) -> Message:
    words = stage.words(person)
    names = [site.name for site in sites(stage.session, only_on=True)]
    more = max(len(names) - NAMES_SHOWN, 0)
    told = ", ".join(names[:NAMES_SHOWN])
    return Message(words("job-asking", job=shortened(search.job, 60), names=told, more=more))


def job_card(stage: Stage, person: Person, search: JobSearch) -> Message:
    """Two or three lists with their beginnings, and a button for each; or what to do where there is none."""
    words = stage.words(person)
    found = found_methods(stage.session, search.id)
    job = shortened(search.job, 60)
    if search.state is JobState.ASKING:
        return asking_card(stage, person, search)
    silent = _silent(words, search.silent)
    again = Button(words.plain("button-job-again"), AskJobAgain(search.id))
    if not found:
        text = words("job-nothing", job=job)
        return Message(f"{text}{silent}", ((again,),) if search.silent else ())
    lines: list[str] = [words("job-found", job=job, count=len(found))]
    for one in found:
        lines += ["", *_lines_of(words, one)]
    if search.servings is not None and any(serves_persons(one) for one in found):
        lines += ["", words("job-which-scaled", servings=words.number(search.servings), count=len(found))]
    else:
        lines += ["", words("job-which", count=len(found))]
    rows = tuple((Button(f"{one.n} · {shortened(one.title, 40)}", ChooseMethod(one.id)),) for one in found)
    return Message("\n".join(lines) + silent, rows)


def label_of(found: FoundMethod) -> str:
    """What a person may call it: its title, or the site's name."""
    return f"{found.title} {found.site}"


def _lines_of(words: Words, found: FoundMethod) -> list[Html]:
    reading = reading_of(found.reading)
    names = list(dict.fromkeys(line.name for line in reading.lines))
    shown, count = names[:COMPONENTS_SHOWN], len(names)
    servings = reading.servings or Decimal(0)
    return [
        words(
            "job-method",
            n=found.n,
            title=shortened(found.title, 80),
            site=found.site,
            servings=words.number(servings) if servings else "",
            unit=shortened(reading.servings_unit or "", 20),
        ),
        words(
            "job-components",
            count=count,
            names=", ".join(shortened(name, 40) for name in shown),
            more=max(count - COMPONENTS_SHOWN, 0),
        ),
    ]


def _silent(words: Words, names: Sequence[str]) -> str:
    if not names:
        return ""
    return f"\n\n{words('job-silent', names=', '.join(names[:NAMES_SHOWN]), count=len(names))}"


def sites_card(stage: Stage, person: Person) -> Message:
    """Every site with its state and its last trouble; switched and removed by button."""
    words = stage.words(person)
    known = sites(stage.session)
    if not known:
        return Message(words("sites-none"))
    lines: list[str] = [words("sites-title", count=len(known)), ""]
    rows: list[tuple[Button, ...]] = []
    for n, site in enumerate(known[:SITES_SHOWN], 1):
        is_on = site.state is SiteState.ON
        lines.append(
            words(
                "site-line",
                n=n,
                name=site.name,
                host=site.host,
                language=site.language,
                adapter=site.adapter.value.replace("_", "-"),
                state=site.state.value,
                trouble=_trouble(words, site),
            )
        )
        name = shortened(site.name, 20)
        switch = words.plain("button-site-off" if is_on else "button-site-on", name=name)
        rows.append(
            (
                Button(switch, SwitchSite(site.id, on=int(not is_on))),
                Button(words.plain("button-site-remove", name=name), RemoveSite(site.id)),
            )
        )
    lines += ["", words("sites-how")]
    return Message("\n".join(lines), tuple(rows))


def removal_card(words: Words, site: MethodSite) -> Message:
    rows = (
        (
            Button(words.plain("button-site-remove-sure"), RemoveSite(site.id, sure=1)),
            Button(words.plain("button-site-keep"), Sites()),
        ),
    )
    return Message(words("site-remove-sure", name=site.name), rows)


def checked_card(words: Words, site: MethodSite, pages: int) -> Message:
    forbidden = site.trouble == Refusal.FORBIDDEN
    adapter = "forbidden" if forbidden else site.adapter.value.replace("_", "-")
    return Message(
        words("site-checked", name=site.name, trouble=_trouble(words, site), pages=pages, adapter=adapter)
    )


def _trouble(words: Words, site: MethodSite) -> str:
    return words("site-trouble", trouble=site.trouble.replace("_", "-")) if site.trouble else ""
