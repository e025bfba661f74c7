"""What trained taggers say of every paragraph of PolNeAR train, for a student to learn from together with the labels.

usage: soften.py DATA WEIGHTS OUT TRAINED… ; the mean of the taggers' scores goes to OUT, by report and paragraph.
"""

import sys
from pathlib import Path

import torch
from data import batch, batches, pack, read_report, rows
from network import Tagger
from safetensors.torch import load_file
from tokenizers import Tokenizer


@torch.no_grad()
def main(data: Path, weights: Path, out: Path, trained: list[Path]) -> None:
    torch.set_num_threads(2)
    tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    reports = [read_report(row, tokenizer) for row in rows(data / "train.jsonl")]
    for folder in trained:
        model = Tagger(weights / "model.safetensors")
        model.load_state_dict(load_file(folder / "tagger.safetensors"))
        model.eval()
        for group in batches(pack(reports, 160), 4096):
            given = batch(group)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                hidden, cues = model.read(given.ids, given.mask)
                roles = model.tag(hidden, given.cues).split([c[2] - c[1] for c in given.cues]) if given.cues else ()
            said = iter(roles)
            for w, window in enumerate(group):
                at = 1
                for paragraph in window.paragraphs:
                    end = at + len(paragraph.ids)
                    mine = (cues[w, at:end] / len(trained), [next(said) / len(trained) for _ in paragraph.cues])
                    so_far = paragraph.__dict__.get("said")
                    paragraph.said = (
                        mine if so_far is None else (so_far[0] + mine[0], [a + b for a, b in zip(so_far[1], mine[1], strict=True)])
                    )
                    at = end + 1
    torch.save([[(p.said[0].half(), [r.half() for r in p.said[1]]) for p in report] for report in reports], out)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), [Path(name) for name in sys.argv[4:]])
