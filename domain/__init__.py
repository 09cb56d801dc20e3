"""The values all parts of giamsat speak: frozen dataclasses, enums, protocols and the error tree.

Pure and standard library only. Nothing here does work; a value that crosses a package border
is defined here and nowhere else.
"""
