"""What a theory must keep to: one tuple of checks, each of which adds its faults."""

from __future__ import annotations

from collections.abc import Callable

from reasoner.theory.claims import check_contradictions, check_hypotheses, check_ids, check_retractions, check_scenarios
from reasoner.theory.conclusions import check_conclusions
from reasoner.theory.dates import check_dates, check_documents, check_supported
from reasoner.theory.draft import Draft
from reasoner.theory.endless import check_endless
from reasoner.theory.faults import Faults
from reasoner.theory.measures import check_measures
from reasoner.theory.ranges import check_ranges
from reasoner.theory.recurring import check_recurring
from reasoner.theory.references import check_references
from reasoner.theory.role_forms import check_role_forms
from reasoner.theory.role_kinds import check_role_kinds
from reasoner.theory.role_types import check_role_types
from reasoner.theory.room import check_room
from reasoner.theory.shapes import check_shapes
from reasoner.theory.templates import check_templates
from reasoner.theory.terms import check_terms
from reasoner.theory.things import check_forms, check_sources, check_things
from reasoner.theory.variables import check_variables

Check = Callable[[Draft, Faults], None]

CHECKS: tuple[Check, ...] = (
    check_things,
    check_forms,
    check_sources,
    check_ids,
    check_retractions,
    check_hypotheses,
    check_contradictions,
    check_scenarios,
    check_references,
    check_role_types,
    check_role_kinds,
    check_role_forms,
    check_shapes,
    check_documents,
    check_dates,
    check_recurring,
    check_measures,
    check_ranges,
    check_terms,
    check_room,
    check_supported,
    check_variables,
    check_conclusions,
    check_templates,
    check_endless,
)
