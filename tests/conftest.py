"""What tests share: the models, loaded once a session."""

from pathlib import Path

import pytest
from spacy.language import Language

from whence.models import Encoder, load_encoder, load_parser
from whence.settings import Settings

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def settings() -> Settings:
    return Settings.default()


@pytest.fixture(scope="session")
def nlp(settings: Settings) -> Language:
    return load_parser(settings)


@pytest.fixture(scope="session")
def encoder(settings: Settings) -> Encoder:
    return load_encoder(settings)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of labelled data beside the project; tests that need it skip where it is not there."""
    if not SHARED.is_dir():
        pytest.skip(f"{SHARED} is not on this machine")
    return SHARED
