"""Whence: who is a claim from, through whom did it reach us, and how many of its sources are really independent?"""
