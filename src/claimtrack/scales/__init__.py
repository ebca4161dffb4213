"""Scales: how sure people say they are, as data tables with their sources.

A term stands for an interval of probabilities, or for none. This layer must not know
what a record is, and computes nothing: conversion is the business of confidence.
"""

from claimtrack.scales._confidence import Confidence
from claimtrack.scales._scale import Band, Scale, ScaleId, ScaleKind, Term
from claimtrack.scales._tables import SCALES

__all__ = ["SCALES", "Band", "Confidence", "Scale", "ScaleId", "ScaleKind", "Term"]
