"""A PO file as lines, unit by unit, so that a fault can be put into one unit and its place be known afterwards."""

ESCAPES = {'n': '\n', 't': '\t', '"': '"', '\\': '\\'}


def unquoted(line):
    text, out, i = line[line.index('"') + 1:line.rindex('"')], '', 0
    while i < len(text):
        if text[i] == '\\':
            i += 1
            out += ESCAPES[text[i]]
        else:
            out += text[i]
        i += 1
    return out


def quoted(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n').replace('\t', '\\t') + '"'


class Unit:
    def __init__(self, lines):
        self.lines = lines
        self.comment = [line for line in lines if line.startswith('#')]
        self.fields, name = {}, None
        for number, line in enumerate(lines):
            if line.startswith('#'):
                continue
            if not line.startswith('"'):
                name = line.split(' ', 1)[0]
                self.fields[name] = ['', number]
            self.fields[name][0] += unquoted(line)
        self.context, self.source, self.target = (self.fields.get(name, [''])[0] for name in ('msgctxt', 'msgid', 'msgstr'))

    def usable(self):
        return self.context and self.target and not any('kiosk: allow' in line for line in self.comment)

    def set_target_line(self, line):
        """The msgstr as one line, written as it is."""
        self.lines[self.fields['msgstr'][1]:] = [line]


class PoText:
    def __init__(self, path):
        with open(path, encoding='utf8') as file:
            blocks = file.read().strip('\n').split('\n\n')
        self.path = path
        self.units = [Unit(block.split('\n')) for block in blocks if not block.startswith('#~')]

    def write(self):
        """Also gives each unit `first` and `last`, its lines in the file."""
        line = 1
        for unit in self.units:
            unit.first, unit.last = line, line + len(unit.lines) - 1
            line = unit.last + 2
        with open(self.path, 'wb') as file:
            file.write('\n\n'.join('\n'.join(unit.lines) for unit in self.units).encode('utf8', 'surrogateescape') + b'\n')
