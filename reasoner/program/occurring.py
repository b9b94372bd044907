"""What occurs, or is a fact, as literals that bind the variables in it.

`truce(A, B) as T`    becomes `kind(T,"truce"), role(T,"1",A), role(T,"2",B)`; with both sides of a symmetric word, `pair(T,"truce",A,B)`
`part-of(P, Q)`       becomes `fact("part-of",P,Q)`
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reasoner.dossier.ir import Form, Mark
from reasoner.language.ir import Anything, Atom
from reasoner.program.terms import quote
from reasoner.program.values import Values
from reasoner.program.writer import Writer
from reasoner.theory.ir import Signature


@dataclass(frozen=True, slots=True)
class Occurring:
    """Turns atoms into literals."""

    writer: Writer
    signatures: Mapping[str, Signature]
    values: Values

    def happens(self, atom: Atom) -> bool:
        """Whether it is an event or a state, and no fact."""
        return self.signatures[atom.predicate].form is not Form.FACT

    def literals(self, atom: Atom, thing: str) -> tuple[str, ...]:
        """That the thing, by its term, is as the atom says; a fact speaks of no thing."""
        signature = self.signatures[atom.predicate]
        if atom.predicate == "true":
            return (f"true({self.values.term(atom.args[0].value)})",)
        if signature.form is Form.FACT:
            return self._fact(atom, signature)
        kind = f"kind({thing},{quote(atom.predicate)})"
        args, alike = self.values.asked({arg.role: arg.value for arg in atom.args})
        if signature.has(Mark.SYMMETRIC):
            pair = ",".join(args.get(role.name, "_") for role in signature.roles)
            return (f"pair({thing},{quote(self._top(signature))},{pair})", kind, *alike)
        return (kind, *(f"role({thing},{quote(role)},{value})" for role, value in args.items()), *alike)

    def _fact(self, atom: Atom, signature: Signature) -> tuple[str, ...]:
        args = {arg.role: arg.value for arg in atom.args}
        asked, alike = self.values.asked(args)
        told = [asked.get(role.name, "_") for role in signature.roles]
        said: list[str] = []
        for place, role in enumerate(signature.roles):
            if isinstance(args.get(role.name), Anything):
                told[place] = f"_A{self.writer.number('anything')}"
                said.append(f"{told[place]} != none")
        return (f"fact({','.join([quote(atom.predicate), *told])})", *said, *alike)

    def _top(self, signature: Signature) -> str:
        """The highest kind above a symmetric predicate that has the same mark: its pairs serve all below."""
        known = self.signatures
        return [kind for kind in signature.above if kind in known and known[kind].has(Mark.SYMMETRIC)][-1]
