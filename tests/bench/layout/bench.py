#!/usr/bin/env python3
"""Instructions (callgrind) and ns per character of our layout, of Pango and of the floor, on the same text and fonts.

  bench.py --program build/release/bin/bench_layout [--scripts latin,thai] [--no-instructions]
  bench.py --program build/release/bin/bench_layout --hostile

floor     ICU bidi + ICU line breaks + hb_shape on the same runs, nothing else
pango     Pango, warm: new layout, text, width, extents
cold      ours with an empty cache of shaped runs (fonts, ICU iterators and character tables are open)
warm      ours again, the runs still cached
relayout  ours, a kept paragraph at another width

--hostile: of 10,000 made hostile texts those that the gate admits (RELIABILITY goal 7). Fails when laying them out takes
more than 1.5 times the instructions of hb_shape alone on the same runs (counted on the first 2,000), or when one of them
takes more than 16 ms of CPU (the best of three)."""
import argparse, json, os, re, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
TEXTS = os.path.join(HERE, '..', '..', 'golden', 'oracle', 'texts')
SCRIPTS = 'latin arabic nastaliq devanagari thai ethiopic han'.split()
CONTENDERS = 'floor pango cold warm relayout'.split()


def measure(program, script, contender, instructions):
    timed = json.loads(subprocess.run([program, TEXTS, script, contender, '2' if script.startswith('hostile') else '20'], capture_output=True, text=True, check=True).stdout)
    result = {'ns': timed['ns']}
    if instructions:
        counted = subprocess.run(['valgrind', '--tool=callgrind', '--callgrind-out-file=/dev/null', '--instr-atstart=no',
                                  program, TEXTS, script, contender, '1'], capture_output=True, text=True, check=True)
        total = int(re.search(r'Collected : (\d+)', counted.stderr).group(1))
        result['instructions'] = total / timed['characters']
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', required=True)
    parser.add_argument('--scripts', default=','.join(SCRIPTS), type=lambda s: s.split(','))
    parser.add_argument('--no-instructions', action='store_true')
    parser.add_argument('--hostile', action='store_true')
    args = parser.parse_args()
    if args.hostile:
        shape, ours = (measure(args.program, 'hostile-part', c, True)['instructions'] for c in ('shape', 'cold'))
        run = subprocess.run([args.program, TEXTS, 'hostile', 'worst'], capture_output=True, text=True, check=True)
        worst = json.loads(run.stdout)
        print(f'hostile texts, instructions per character: hb_shape alone {shape:.0f}, layout {ours:.0f}, {ours / shape:.2f} times as many')
        print(f"{worst['paragraphs']} admitted of 10000, the worst {worst['worst_ms']:.1f} ms")
        sys.exit(0 if ours <= 1.5 * shape and worst['worst_ms'] <= 16 else 1)
    unit = 'ns' if args.no_instructions else 'instructions'
    print(f"{'per character':<12}" + ''.join(f'{c:>10}' for c in CONTENDERS) + f"{'cold/floor':>12}{'cold/pango':>12}{'relayout/cold':>15}   ({unit}; ns of cold, pango)")
    for script in args.scripts:
        r = {c: measure(args.program, script, c, not args.no_instructions) for c in CONTENDERS}
        v = {c: r[c][unit] for c in CONTENDERS}
        print(f'{script:<13}' + ''.join(f'{v[c]:>10.0f}' for c in CONTENDERS)
              + f"{v['cold'] / v['floor']:>12.2f}{v['cold'] / v['pango']:>12.2f}{v['relayout'] / v['cold']:>15.2f}   {r['cold']['ns']:.0f} {r['pango']['ns']:.0f}")


main()
