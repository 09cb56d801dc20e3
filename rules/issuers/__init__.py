"""Whose a paper is: names of agencies, and what heads, signers, titles and bodies say of them."""
