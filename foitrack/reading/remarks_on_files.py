"""What reading says of files that it could not read, or not to the end; of what they hide.

Beside `foitrack.reading.reasons`, and for the same: the case file keeps it in English, the window
may say it in another language. What was once written here stays, though it is said no more.
"""

from __future__ import annotations

from collections.abc import Mapping

from foitrack.kept_sentences import FIGURE, NAME, Place, Sentences

_PAGES = Sentences({"Page {0}": (FIGURE,), "Pages {0}": (NAME,)}, or_a_name=True)
_ON_PAGES = Sentences({"page {0}": (FIGURE,), "pages {0}": (NAME,)}, or_a_name=True)
_WORDS = Sentences({"a word": (), "{0} words": (FIGURE,)}, or_a_name=True)
_PASSAGES = Sentences({"a deleted passage": (), "{0} deleted passages": (FIGURE,)}, or_a_name=True)
_COMMENTS = Sentences({"a comment": (), "{0} comments": (FIGURE,)}, or_a_name=True)
_REFUSED = Sentences(
    {
        "is locked with a password": (),
        "is larger than is unpacked": (),
        "is packed as no ordinary file is, so that unpacking it may do harm": (),
        "is damaged, or larger than it says": (),
    },
    or_a_name=True,
)
_FORMAT = Sentences(
    {
        "a Word document": (),
        "an OpenDocument text": (),
        "an old Word document": (),
        "a Rich Text file": (),
        "an Excel workbook": (),
        "an old Excel workbook": (),
        "an OpenDocument spreadsheet": (),
        "a table as text": (),
        "an Outlook mail": (),
        "a picture": (),
    },
    or_a_name=True,
)
UNREAD: Mapping[str, tuple[Place | Sentences, ...]] = {
    "“{0}” is empty: there is nothing to read in it.": (NAME,),
    "“{0}” is a PDF that cannot be opened: it is damaged or cut short. Ask for the file again.": (
        *(NAME,),
    ),
    "“{0}” is a picture that cannot be opened: it is damaged or cut short. Ask for the file "
    "again.": (NAME,),
    "“{0}” cannot be opened: it is damaged or cut short. Ask for the file again.": (NAME,),
    "“{0}” is locked with a password. Open it with the password, save it without one, and read "
    "that; the file itself is unharmed.": (NAME,),
    "“{0}” is locked with a password. It is kept as it is; unpack it with the password and record "
    "the files in it.": (NAME,),
    "“{0}” is protected by a password. Open it with the password, save it without one, and read "
    "that; the file itself is unharmed.": (NAME,),
    "“{0}” is protected by a password. It is kept as it is; save it without the password and add "
    "that.": (NAME,),
    "“{0}” is protected with a password, so it cannot be read. The file itself is unharmed; open "
    "it with the password, save it without, and add that.": (NAME,),
    "“{0}” has no text in it.": (NAME,),
    "“{0}” has no text in it: its pages are blank, or pictures on which nothing could be made out. "
    "It is kept and unharmed; put in the values by hand.": (NAME,),
    "“{0}” is not text: it holds data that no reader here knows.": (NAME,),
    "“{0}” is called a PDF but is none inside; ask for the file again.": (NAME,),
    "“{0}” is called a mail but holds neither a heading nor any text.": (NAME,),
    "“{0}” is called a mailbox but holds no mail that can be told.": (NAME,),
    "“{0}” is a presentation, a format that is not read. The file itself is unharmed; save it as "
    "PDF and read that.": (NAME,),
    "“{0}” is a binary Excel workbook (.xlsb), which is not read: what it hides could not be told. "
    "The file itself is unharmed; save it as .xlsx and add that.": (NAME,),
    "“{0}” is an old Word document, which LibreOffice opens: it is not installed here. Install "
    "LibreOffice and read the file again, or open it in a word processor and save it as .docx or "
    "PDF. The file itself is kept and unharmed.": (NAME,),
    "LibreOffice could not open “{0}”: it is damaged, cut short, or too large. Ask for the file "
    "again, or in another form.": (NAME,),
    "“{0}” looks like a picture of a page, but no text could be made out on it. It is kept and "
    "unharmed; put in the values by hand, or scan the page anew, upright and at 300 dots an "
    "inch.": (NAME,),
    "“{0}” looks like a picture of a page. Pictures are read with tesseract, which is not "
    "installed here: install it and read the file again, or put in the values by hand. The file "
    "itself is kept and unharmed.": (NAME,),
    "“{0}” is a picture of more than {1} million dots, more than is read at once. It is kept and "
    "unharmed.": (NAME, FIGURE),
    "“{0}” is larger than {1} MB, more than is read at once.": (NAME, FIGURE),
    "“{0}” holds more than {1} million characters, more than is read at once.": (NAME, FIGURE),
    "“{0}” holds more than {1} million filled cells, more than is read at once. The file itself is "
    "unharmed.": (NAME, FIGURE),
    "“{0}” holds more text than is read at once.": (NAME,),
    "“{0}” holds more than is read at once.": (NAME,),
    "“{0}” has {1} pages; up to {2} are read at once.": (NAME, FIGURE, FIGURE),
    "“{0}” is made of {1} pieces; up to {2} are read at once.": (NAME, FIGURE, FIGURE),
    "“{0}” unpacks to far more than a document holds, and was not read further. The file itself is "
    "unharmed; ask the authority for it in another form.": (NAME,),
    "“{0}” unpacks to far more than a workbook holds, and was not read further. The file itself is "
    "unharmed; ask the authority for it in another form.": (NAME,),
    "“{0}” is a Rich Text file nested without end: it is damaged. Ask for the file again.": (NAME,),
    "“{0}” holds parts within parts without end; it is kept as it is.": (NAME,),
    "“{0}” is an Outlook mail that is damaged; ask for it again.": (NAME,),
    "“{0}” is an Outlook file in which no mail can be made out.": (NAME,),
    "“{0}” is a ZIP archive that is damaged; ask for it again.": (NAME,),
    "“{0}” is a damaged {1}: it cannot be read; ask for the file again.": (NAME, NAME),
    "“{0}” is {1}, a format that is not read yet. The file itself is unharmed; save it as PDF, web "
    "page or plain text and read that.": (NAME, _FORMAT),
    "There is nothing to read in “{0}”.": (NAME,),
    # Of a page that is shown beside what was read.
    "“{0}” has no page {1}, only {2}.": (NAME, FIGURE, FIGURE),
    "“{0}” cannot be shown as a picture; the document itself is kept and unharmed.": (NAME,),
    "“{0}” is a picture of more than {1} million dots, more than is opened here. It is kept and "
    "unharmed.": (NAME, FIGURE),
    # Of a file whose reader was ended.
    "“{0}” cannot be read. The file itself is kept and unharmed.": (NAME,),
    "“{0}” is larger than {1} MB, more than is read at once. The file itself is kept and "
    "unharmed.": (NAME, FIGURE),
    "“{0}” took longer than {1} seconds to read and was given up. The file itself is kept and "
    "unharmed; split it into smaller parts, or fill in what it says by hand.": (NAME, FIGURE),
    "“{0}” holds more than is read from one document ({1} MB of memory, {2} million values in "
    "tables and case rows: about {3} case rows of six columns) and was given up. The file itself "
    "is kept and unharmed; split it into smaller parts, or fill in what it says by hand.": (
        *(NAME, FIGURE, FIGURE, FIGURE),
    ),
    "“{0}” could not be read: its reader broke down over it. The file itself is kept and unharmed; "
    "open it in another program, save it as PDF or plain text, and read that.": (NAME,),
    "Reading “{0}” was stopped. The file is kept and unharmed.": (NAME,),
    "It could not be read: it is damaged, or made in a way that is not known here ({0}).": (NAME,),
    "It lies more than {0} files deep in others, deeper than is read.": (FIGURE,),
    "More than {0} files came together; this one was not read.": (FIGURE,),
    "More than {0} MB came together; this file was not read.": (FIGURE,),
}
"""Why a file was not read."""
IN_PART: Mapping[str, tuple[Place | Sentences, ...]] = {
    "“{0}” was attached but came empty.": (NAME,),
    "“{0}” was attached but came empty, or as a link only.": (NAME,),
    "“{0}” {1}; it was left in the archive.": (NAME, _REFUSED),
    "{0} more files were left in the archive.": (FIGURE,),
    "{0} further pages of the picture were not read.": (FIGURE,),
    "The archive holds {0} files; the first {1} are read.": (FIGURE, FIGURE),
    "The mailbox holds {0} mails; the first {1} are read.": (FIGURE, FIGURE),
    "The mail has {0} attachments; {1} of them are read.": (FIGURE, FIGURE),
    "{0} could not be read: the file is damaged there.": (_PAGES,),
    "No text on {0}: it may be a picture from a scanner, which was not read.": (_ON_PAGES,),
    "{0}: words stand beyond the edge of what the page shows.": (_PAGES,),
    "{0}: not looked through for words that cannot be seen on the page, as too many pages before "
    "have such words.": (_PAGES,),
    "Sheet “{0}”: a figure in merged cells stands for several rows ({1}); it is read with the "
    "first of them only.": (NAME, NAME),
    "Case rows come from {0}: check that they are not the same cases told twice.": (NAME,),
    "The text of {0} was read off a picture by machine: compare each value with it.": (NAME,),
}
"""What was read otherwise than it should be, or not to the end."""
HIDDEN: Mapping[str, tuple[Place | Sentences, ...]] = {
    "{0} holds {1} that cannot be seen on the page ({2}).": (_PAGES, _WORDS, NAME),
    "{0} hold {1} that cannot be seen on the page ({2}).": (_PAGES, _WORDS, NAME),
    "A table in the page has {0} cell that it does not show.": (FIGURE,),
    "A table in the page has {0} cells that it does not show.": (FIGURE,),
    "Whole files are set into this document: {0}. They may hold more than the document shows.": (
        *(NAME,),
    ),
    "The file’s properties are filled in ({0}); they may name people, and are not read.": (NAME,),
    "The file still holds {0} ({1} characters, by tracked changes), perhaps not meant to be "
    "released: open the file in a word processor to see it. It was not read as part of the "
    "text.": (_PASSAGES, FIGURE),
    "The file holds hidden text ({0} characters), perhaps not meant to be released: open the file "
    "in a word processor to see it. It was not read as part of the text.": (FIGURE,),
    "The file holds text that cannot be seen ({0} characters, in the colour of what is behind them "
    "or too small to be read), perhaps not meant to be released: open the file in a word processor "
    "to see it. It was not read as part of the text.": (FIGURE,),
    "The file holds {0}, perhaps not meant to be released: open the file in a word processor to "
    "see it. It was not read as part of the text.": (_COMMENTS,),
}
"""What a file holds and does not show."""
