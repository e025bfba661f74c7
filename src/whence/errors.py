"""What goes wrong on purpose. Each message is one line that says what happened and what to do next.

WhenceError                 exit 1
├── InputError              exit 2   nothing usable in an input: the batch goes on
│   ├── UnreadableInput              missing, no rights, a folder that cannot be listed
│   ├── NotAReport                   empty, binary, no article in the page, half a record
│   └── FetchError                   an address that could not be fetched
├── SettingsError           exit 2   an option, sidecar or lexicon that cannot be used
├── ModelError              exit 3   a model that is missing or is not the one we pinned
└── StoreError              exit 4   a database that is not one of ours, is locked, or has no room
"""


class WhenceError(Exception):
    """Anything that Whence says no to."""

    exit_code = 1


class InputError(WhenceError):
    exit_code = 2


class UnreadableInput(InputError):
    pass


class NotAReport(InputError):
    pass


class FetchError(InputError):
    pass


class SettingsError(WhenceError):
    exit_code = 2


class ModelError(WhenceError):
    exit_code = 3


class StoreError(WhenceError):
    exit_code = 4
