"""What a PO file says, unit by unit, read by translate-toolkit: a reader that is not ours."""
from translate.storage.pypo import pofile


def quoted(lines):
    """The texts of pypo's raw lines: wrapping is no difference."""
    return ''.join(line.strip().removeprefix('"').removesuffix('"') for line in lines)


class PoUnit:
    def __init__(self, unit):
        self.context, self.source, self.target = unit.getcontext(), str(unit.source), str(unit.target or '')
        self.fuzzy = unit.isfuzzy()
        self.comments = [line.strip() for line in unit.othercomments]
        self.notes = [line.strip() for line in unit.automaticcomments]
        self.places = sorted(place for line in unit.sourcecomments for place in line.removeprefix('#:').split())
        self.flags = {flag.strip() for line in unit.typecomments for flag in line.removeprefix('#,').split(',')}
        self.previous = quoted(unit.prev_msgid)

    def said(self):
        """All but its name, and but the flags: programs drop those they do not know, `fuzzy` is above."""
        return {name: value for name, value in vars(self).items() if name not in ('context', 'source', 'flags')}


class PoUnits:
    def __init__(self, path):
        store = pofile.parsefile(path)
        self.live = {(u.context, u.source): u for u in (PoUnit(u) for u in store.units if not u.isheader() and not u.isobsolete())}
        self.obsolete = {(u.context, u.source): u for u in (PoUnit(u) for u in store.units if u.isobsolete())}

    def differences(self, after, but=()):
        """What `after` says otherwise than this file; of the units in `but` the text and its state were meant to change."""
        found = []
        for kind in ('live', 'obsolete'):
            ours, theirs = getattr(self, kind), getattr(after, kind)
            found += [f'{kind} unit is gone: {key}' for key in ours if key not in theirs]
            found += [f'{kind} unit is new: {key}' for key in theirs if key not in ours]
            for key in ours:
                if key in theirs:
                    was, now = ours[key].said(), theirs[key].said()
                    meant = ('target', 'fuzzy', 'previous') if key in but else ()
                    found += [f'{key}: {name}: {was[name]!r} is now {now[name]!r}'
                              for name in was if name not in meant and was[name] != now[name]]
        return found
