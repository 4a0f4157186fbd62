"""Free text -> what the person wants, through the Rasa process in `nlu/`."""

from bot.dialogue.client import Away, Dialogue
from bot.dialogue.environment import CannotInstall, CannotTrain
from bot.dialogue.process import Endpoint, Progress, RasaProcess, Stage
from bot.dialogue.reading import Entity, Json, NotAReading, Reading

__all__ = [
    "Away",
    "CannotInstall",
    "CannotTrain",
    "Dialogue",
    "Endpoint",
    "Entity",
    "Json",
    "NotAReading",
    "Progress",
    "RasaProcess",
    "Reading",
    "Stage",
]
