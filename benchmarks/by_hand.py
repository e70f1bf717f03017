"""Stages solved by hand: nothing but CP-SAT, a loop, and literal numbers.

What `solve.py` holds vvoptimize against. The model comes as JSON, made by `solve.py`;
how it is solved is written out here, in the way of vvoptimize: one worker, every
optimum locked, leximin by counting, tie-breaks digit by digit.
"""

# A bare script: no docstrings, and pathlib would be one import more.
# ruff: noqa: D101, D102, PTH123

import json
import sys

from ortools.sat.python import cp_model

CHUNK = 2**40


class Model:
    def __init__(self, given):
        self.model = cp_model.CpModel()
        self.values = []
        self.solves = 0
        self.variables = [self.variable(*bounds) for bounds in given["variables"]]
        for kind, *parts in given["constraints"]:
            getattr(self, kind)(*parts)

    def variable(self, low, high):
        if (low, high) == (0, 1):
            return self.model.new_bool_var("")
        return self.model.new_int_var(low, high, "")

    def new(self, low, high, value):
        """Add a variable, with its value where there is a solution already."""
        self.variables.append(self.variable(low, high))
        if self.values:
            self.values.append(value())
        return len(self.variables) - 1

    def literals(self, numbers):
        return [
            self.variables[x] if x >= 0 else self.variables[~x].negated()
            for x in numbers
        ]

    # Constraints

    def linear(self, terms, domain, given=()):
        variables = [self.variables[number] for number, _ in terms]
        factors = [factor for _, factor in terms]
        posted = self.model.add_linear_expression_in_domain(
            cp_model.LinearExpr.weighted_sum(variables, factors),
            cp_model.Domain.from_flat_intervals(domain),
        )
        if given:
            posted.only_enforce_if(self.literals(given))

    def clause(self, numbers, given=()):
        posted = self.model.add_bool_or(self.literals(numbers))
        if given:
            posted.only_enforce_if(self.literals(given))

    def greatest(self, target, forms):
        forms = [self.expression(form) for form in forms]
        self.model.add_max_equality(self.expression(target), forms)

    def at_most(self, form, most, given=()):
        terms, constant = form
        self.linear(terms, [-(2**62), most - constant], given)

    def at_least(self, form, least, given=()):
        terms, constant = form
        self.linear(terms, [least - constant, 2**62], given)

    def reaches(self, form, least):
        """Add the literal that is true exactly where a value is so large."""
        literal = self.new(0, 1, lambda: int(self.at(form) >= least))
        self.at_least(form, least, [literal])
        self.at_most(form, least - 1, [~literal])
        return literal

    def expression(self, form):
        terms, constant = form
        numbers = [self.variables[number] for number, _ in terms]
        factors = [factor for _, factor in terms]
        return cp_model.LinearExpr.weighted_sum(numbers, factors) + constant

    # Solving

    def at(self, form):
        terms, constant = form
        return constant + sum(factor * self.values[x] for x, factor in terms)

    def ask(self, model=None):
        model = model or self.model
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 0
        solver.parameters.linearization_level = 2
        solver.parameters.hint_conflict_limit = 0
        if self.values:
            model.clear_hints()
            for variable, value in zip(self.variables, self.values, strict=True):
                model.add_hint(variable, value)
        status = solver.solve(model)
        self.solves += 1
        if status == cp_model.INFEASIBLE and self.values:
            return False
        assert status == cp_model.OPTIMAL, solver.status_name(status)
        self.values = [int(solver.value(variable)) for variable in self.variables]
        return True

    def minimise(self, form, low=None):
        if low is None or self.at(form) > low:
            self.model.minimize(self.expression(form))
            assert self.ask()
            self.model.clear_objective()
        self.at_most(form, self.at(form))

    # Stages

    def shortfalls(self, margins):
        """Break a rule as little as can be: `margin + lacking >= 0`."""
        lacking = [self.lacking(*margin) for margin in margins]
        self.minimise(([(x, 1) for x in lacking if x is not None], 0), low=0)

    def lacking(self, form, low):
        if low >= 0:
            return None
        number = self.new(0, -low, lambda: max(0, -self.at(form)))
        terms, constant = form
        self.at_least(([*terms, (number, 1)], constant), 0)
        return number

    def broken(self, literals):
        """Break a rule in as few cases as can be."""
        terms = [(x, -1) if x >= 0 else (~x, 1) for x in literals]
        constant = sum(x >= 0 for x in literals)
        self.minimise((terms, constant), low=0)

    def optimise(self, form, low):
        self.minimise(form, low)

    def leximin(self, parties, steps):
        """Make the worst off as well off as can be, then the next, and so on."""
        pairs = zip(parties, steps, strict=True)
        levels = [self.level(*party, step) for party, step in pairs]
        forms = [([(number, 1)], 0) for number, _, _ in levels]
        low, high = min(x for _, x, _ in levels), min(x for _, _, x in levels)
        lowest = self.new(low, high, lambda: min(map(self.at, forms)))
        for number, _, _ in levels:
            self.at_most(([(lowest, 1), (number, -1)], 0), 0)
        self.minimise(([(lowest, -1)], 0), -high)
        rank = 0
        reached = {}
        while rank < len(forms):
            level = sorted(map(self.at, forms))[rank]
            least = self.count_reaching(levels, level, reached)
            self.at_most(least, rank)
            above = self.count_reaching(levels, level + 1, reached)
            self.minimise(above, len([x for x in levels if x[2] <= level]))
            rank = max(rank, self.at(above))

    def level(self, form, low, high, step):
        """Add the variable that counts whole steps in a value."""
        low, high = low // step, high // step
        number = self.new(low, high, lambda: self.at(form) // step)
        terms, constant = form
        above = [*terms, (number, -step)], constant
        self.at_least(above, 0)
        self.at_most(above, step - 1)
        return number, low, high

    def count_reaching(self, levels, level, reached):
        """Count the parties below a level."""
        terms, constant = [], 0
        for number, low, high in levels:
            if high < level:
                constant += 1
            elif low < level:
                if (number, level) not in reached:
                    form = [(number, 1)], 0
                    reached[number, level] = self.reaches(form, level)
                terms.append((reached[number, level], -1))
                constant += 1
        return terms, constant

    def first(self, digits):
        """Make the first digit as small as can be, then the second, and so on."""
        chunks = packed(digits)
        check = 0
        for place, chunk in enumerate(chunks):
            rest = [digit for chunk in chunks[place:] for digit in chunk]
            if place == check and len(chunks) - place > 1:
                check = 2 * check + 1
                if not self.smaller(rest):
                    for form, _ in rest:
                        self.linear(form[0], [self.at(form) - form[1]] * 2)
                    return
            self.minimise(number_of(chunk), low=0)

    def smaller(self, digits):
        """Tell whether some solution is smaller; if so, take it."""
        before = self.model, self.variables.copy(), self.values.copy()
        self.model = self.model.clone()
        places, equal = [], []
        for form, _ in digits:
            value = self.at(form)
            if value > 0:
                less = ~self.reaches(form, value)
                places.append(self.all_of([*equal, less]))
            equal.append(self.is_equal(form, value))
        self.clause(places)
        found = self.ask()
        values = self.values
        self.model, self.variables, self.values = before
        if found:
            self.values = values[: len(self.values)]
        return found

    def is_equal(self, form, value):
        literal = self.new(0, 1, lambda: int(self.at(form) == value))
        terms, constant = form
        target = value - constant
        self.linear(terms, [target, target], [literal])
        apart = [-(2**62), target - 1, target + 1, 2**62]
        self.linear(terms, apart, [~literal])
        return literal

    def all_of(self, numbers):
        if len(numbers) == 1:
            return numbers[0]
        literal = self.new(0, 1, lambda: int(all(map(self.is_true, numbers))))
        for number in numbers:
            self.clause([~literal, number])
        self.clause([literal, *(~number for number in numbers)])
        return literal

    def is_true(self, number):
        return self.values[number] if number >= 0 else 1 - self.values[~number]


def packed(digits):
    """Put digits together as long as their number stays small."""
    chunks, size = [], CHUNK + 1
    for form, most in digits:
        if most:
            size *= most + 1
            if size > CHUNK:
                chunks.append([])
                size = most + 1
            chunks[-1].append((form, most))
    return chunks


def number_of(chunk):
    terms, constant, weight = [], 0, 1
    for (part, offset), most in reversed(chunk):
        terms += [(number, factor * weight) for number, factor in part]
        constant += offset * weight
        weight *= most + 1
    return terms, constant


def solve(given):
    """Solve the stages in order; gives all values, and how often CP-SAT was asked."""
    model = Model(given)
    model.ask()
    for kind, *parts in given["stages"]:
        getattr(model, kind)(*parts)
    return model.values, model.solves


def main():
    if len(sys.argv) != 2:
        print("by_hand.py is run by solve.py, with the file that holds the model")
        return
    with open(sys.argv[1], encoding="utf-8") as file:
        given = json.load(file)
    values, solves = solve(given)
    answer = values[: given["atoms"]]
    print(json.dumps({"answer": answer, "solves": solves}))


if __name__ == "__main__":
    main()
