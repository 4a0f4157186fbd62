from tests.kit.rasa import dialogue, rasa

__all__ = ["dialogue", "rasa"]
