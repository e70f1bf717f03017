"""Where the shipped rules and scenarios are.

A wheel carries them under ``vvoptimize/data/``. In a source checkout, and so in an
editable install, they are the top folders that the wheel takes them from.
"""

from importlib.resources import files
from pathlib import Path
from typing import Literal

__all__ = ["data_folder"]


def data_folder(name: Literal["rules", "scenarios"]) -> Path:
    """Return the folder that holds the shipped files of one kind.

    Parameters
    ----------
    name
        Which of the two folders.

    Returns
    -------
    Path
        An existing folder. Beside it is the other one, since a scenario names its
        rules by relative path.

    Raises
    ------
    FileNotFoundError
        If the installation is incomplete.
    """
    package = Path(str(files("vvoptimize")))
    checkout = package.parent
    in_checkout = (checkout / "pyproject.toml").is_file()
    folder = checkout / name if in_checkout else package / "data" / name
    if folder.is_dir():
        return folder
    message = f"this installation of vvoptimize lacks its `{name}` folder"
    raise FileNotFoundError(message)
