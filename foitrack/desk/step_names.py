"""What undo steps are called. The case file keeps it in English; `recalled` finds its parts again,
so that the window can say it in another language.

What was once written here stays, though no step is called so any more: case files hold it.
"""

from __future__ import annotations

from foitrack.casefile.purging import REMOVED, SEVERAL
from foitrack.kept_sentences import FIGURE, NAME, Sentences
from foitrack.law.wording import EVENT_WORDS

NOBODY = "Authority not stated"

LOG_ONE = "Log request to {0}"
LOG_MANY = "Log {0}: {1}"
EDIT_REQUEST = "Edit request"
RECORD_EVENT = "Record: {0}"
RECORD_EVENTS = "Record for {0}: {1}"
RECORD_CHASED = "Record {0} as chased"
CORRECT_EVENT = "Correct event"
REMOVE_EVENT = "Remove event"
RECOUNT = "Recount deadlines"
BIN_ONE = "Move request to the bin"
BIN_SOME = "Move {0} to the bin"
UNBIN_ONE = "Take request out of the bin"
UNBIN_SOME = "Take {0} out of the bin"
PURGE_ONE = "Remove a request for good"
PURGE_SOME = "Remove {0} for good"
PUT_OFF = "Put off {0} to {1}"
BRING_BACK = "Bring back {0}"

KEEP_FILES = "Keep {0}"
READ_FILES = "Read {0}"
ADD_THING = "Add {0}"
PLACE_RESPONSE = "Choose the request of a response"
RECORD_RESPONSE = "Record response"
RECORD_RESPONSE_FROM = "Record response from {0}"
PUT_AWAY = "Put a document away"
ASK_REVIEW = "Ask for internal review"
RECORD_REVIEW = "Record outcome of internal review"
CHANGE_STANDING = "Change what became of an exemption"

BEGIN_CAMPAIGN = "Begin campaign {0}"
RENAME_CAMPAIGN = "Rename campaign to {0}"
CAMPAIGN_NOTES = "Edit the notes of a campaign"
JOIN_CAMPAIGNS = "Join two campaigns"
JOIN_TWO = "Join {0} with {1}"
BIN_CAMPAIGN = "Move a campaign to the bin"
BIN_CAMPAIGN_AND = "Move {0} and {1} to the bin"
UNBIN_CAMPAIGN = "Take a campaign out of the bin"
PUT_IN_CAMPAIGN = "Put {0} in {1}"
OUT_OF_CAMPAIGN = "Take {0} out of their campaign"

KEEP_FILTER = "Keep the filter {0}"
RENAME_FILTER = "Rename a filter to {0}"
REMOVE_A_FILTER = "Remove a filter"
REMOVE_FILTER = "Remove the filter {0}"
EDIT_AUTHORITY = "Edit {0}"
REMOVE_AUTHORITY = "Remove {0}"

CHECK_ROWS = "Mark {0} as checked"
UNCHECK_ROWS = "Unmark {0} as checked"
CHOOSE_COLUMNS = "Choose the columns of table {0}"
CHOOSE_COLUMNS_OF = "Choose the columns of table {0}: {1}"
CHOOSE_SCHEMA = "Choose the columns of a campaign"
READ_BY_SCHEMA = "Read the responses of {0} by {1}"
READ_BY_FIT = "Read the responses of {0} by what fits each letter"
SAVE_SCHEMA = "Save the columns and words of {0}"
REMOVE_OWN_SCHEMA = "Remove the columns and words “{0}”"
REMOVE_SCHEMA = "Remove the columns and words of {0}"
LEARN_WORDS = "Read “{0}” as {1}"
LEARN_NOTHING = "Read “{0}” as nothing"
FORGET_WORDS = "Forget what “{0}” means"
IN_ROWS = "{0} in {1}"
IN_ROWS_RECORDED = "{0} in {1}, {2} of them recorded"
READ_ANEW = "{0}; {1} read anew"


_REQUESTS = Sentences({"{0} request": (FIGURE,), "{0} requests": (FIGURE,)})
_ROWS = Sentences({"{0} case row": (FIGURE,), "{0} case rows": (FIGURE,)})
_FILES = Sentences({"{0} documents": (FIGURE,)}, or_a_name=True)
_COUNT_OR_NAME = Sentences(_REQUESTS.known, or_a_name=True)
_AUTHORITY = Sentences({NOBODY: ()}, or_a_name=True)
_EVENT = Sentences(dict.fromkeys(EVENT_WORDS.values(), ()))
_OF_WORDS = Sentences(
    {
        LEARN_NOTHING: (NAME,),
        LEARN_WORDS: (NAME, NAME),
        FORGET_WORDS: (NAME,),
        SAVE_SCHEMA: (NAME,),
        REMOVE_OWN_SCHEMA: (NAME,),
        REMOVE_SCHEMA: (NAME,),
        READ_BY_FIT: (NAME,),
        READ_BY_SCHEMA: (NAME, NAME),
    }
)
_ALONE = (
    *(EDIT_REQUEST, CORRECT_EVENT, REMOVE_EVENT, RECOUNT, BIN_ONE, UNBIN_ONE, PURGE_ONE),
    *(PLACE_RESPONSE, RECORD_RESPONSE, PUT_AWAY, ASK_REVIEW, RECORD_REVIEW, CHANGE_STANDING),
    *(CAMPAIGN_NOTES, JOIN_CAMPAIGNS, BIN_CAMPAIGN, UNBIN_CAMPAIGN, REMOVE_A_FILTER),
    *(CHOOSE_SCHEMA, REMOVED, SEVERAL),
)
STEPS = Sentences(
    {
        **dict.fromkeys(_ALONE, ()),
        IN_ROWS_RECORDED: (_OF_WORDS, _ROWS, FIGURE),
        IN_ROWS: (_OF_WORDS, _ROWS),
        READ_ANEW: (_OF_WORDS, _ROWS),
        **_OF_WORDS.known,
        RECORD_EVENTS: (_REQUESTS, _EVENT),
        RECORD_EVENT: (_EVENT,),
        RECORD_CHASED: (_REQUESTS,),
        RECORD_RESPONSE_FROM: (NAME,),
        LOG_MANY: (_REQUESTS, NAME),
        LOG_ONE: (_AUTHORITY,),
        BIN_SOME: (_REQUESTS,),
        BIN_CAMPAIGN_AND: (NAME, _REQUESTS),
        OUT_OF_CAMPAIGN: (_REQUESTS,),
        PUT_IN_CAMPAIGN: (_REQUESTS, NAME),
        UNBIN_SOME: (_COUNT_OR_NAME,),
        PURGE_SOME: (_REQUESTS,),
        PUT_OFF: (_REQUESTS, NAME),
        BRING_BACK: (_REQUESTS,),
        BEGIN_CAMPAIGN: (NAME,),
        RENAME_CAMPAIGN: (NAME,),
        KEEP_FILTER: (NAME,),
        RENAME_FILTER: (NAME,),
        REMOVE_FILTER: (NAME,),
        CHECK_ROWS: (_ROWS,),
        UNCHECK_ROWS: (_ROWS,),
        CHOOSE_COLUMNS_OF: (FIGURE, _ROWS),
        CHOOSE_COLUMNS: (FIGURE,),
        JOIN_TWO: (NAME, NAME),
        KEEP_FILES: (_FILES,),
        READ_FILES: (NAME,),
        ADD_THING: (NAME,),
        EDIT_AUTHORITY: (NAME,),
        REMOVE_AUTHORITY: (NAME,),
    }
)


def recalled(label: str) -> str:
    """What a step was called, with its parts."""
    return STEPS.found(label)
