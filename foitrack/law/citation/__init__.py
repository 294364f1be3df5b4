"""How citations are found in prose: the stages behind `foitrack.law.citations`.

`sentences` where a thought ends; `acts` which Acts a text names; `labels` and `numbering` what the
brackets after a number say; `runs` a number with its list; `attribution` whose number it is;
`elsewhere` and `denial` why it is not relied on; `gathering` what is left, put together.
"""
