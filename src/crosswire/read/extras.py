"""The extras of the package that read more kinds of files, and how one gets them."""


def how_to_install(extra: str) -> str:
    """The command for the extra, as it is written for the package and in a copy of the repository."""
    return f"`pip install 'crosswire[{extra}]'`, in a copy of the repository `pip install '.[{extra}]'`"
