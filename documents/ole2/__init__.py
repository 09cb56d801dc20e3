"""OLE2 compound files, which Word 97 and Excel 97 write."""
