"""Runs the steps of a CI template in a shell, exactly as they stand in the file; what actions do is done here."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

_EXPRESSION = re.compile(r"\$\{\{\s*([\w.]+)\s*\}\}")


@dataclass
class Runner:
    """A machine that is new at every run but for what a cache keeps."""

    remote: Path
    """The bare repository."""
    store: Path
    """What is kept between runs: cache, artifacts."""
    bin: Path
    """Where `python` and `bantin` are."""
    values: dict[str, str] = field(default_factory=dict)
    """What expressions like secrets.X stand for."""
    log: list[str] = field(default_factory=list)
    """What the steps of the last run printed."""

    def github(self, template: Path, job: str, work: Path) -> None:
        """Run a job of a workflow in the empty folder `work`."""
        self.log.clear()
        steps = yaml.safe_load(template.read_text(encoding="utf-8"))["jobs"][job]["steps"]
        for step in steps:
            if "run" in step:
                env = {key: self._fill(str(value)) for key, value in step.get("env", {}).items()}
                # The shell that GitHub starts.
                self._shell(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]], work, env)
            else:
                self._act(step["uses"].partition("@")[0], step.get("with", {}), work)
        for step in steps:
            if step.get("uses", "").startswith("actions/cache@"):
                self._save(step["with"]["path"].split(), work)

    def gitlab(self, template: Path, job: str, work: Path) -> None:
        """Run a job of .gitlab-ci.yml in the empty folder `work`."""
        self.log.clear()
        config = yaml.safe_load(template.read_text(encoding="utf-8"))
        default = config["default"]
        self._clone(work)
        self._restore(default["cache"]["paths"], work)
        env = {key: value.replace("$CI_PROJECT_DIR", str(work)) for key, value in config["variables"].items()}
        script = "\n".join([*default["before_script"], *config[job]["script"]])
        # GitLab gives the lines of a job to one shell, which stops at the first that fails.
        self._shell(["bash", "-eo", "pipefail", "-c", script], work, env)
        self._save(default["cache"]["paths"], work)
        self._keep(config[job]["artifacts"]["paths"], work)

    def _act(self, action: str, options: dict[str, Any], work: Path) -> None:
        if action == "actions/checkout":
            self._clone(work)
        elif action in {"actions/cache", "actions/cache/restore"}:
            self._restore(options["path"].split(), work)
        elif action == "actions/upload-artifact":
            self._keep([options["path"]], work)
        elif action != "actions/setup-python":
            raise LookupError(action)

    def _fill(self, text: str) -> str:
        return _EXPRESSION.sub(lambda match: self.values[match[1]], text)

    def _shell(self, command: list[str], work: Path, env: dict[str, str]) -> None:
        home = work.parent / "home"
        home.mkdir(exist_ok=True)
        path = f"{self.bin}{os.pathsep}{os.environ['PATH']}"
        whole = {
            "PATH": path,
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "BANTIN_NOW": "2025-12-01",
            "PIP_NO_INDEX": "1",
            **env,
        }
        done = subprocess.run(command, cwd=work, env=whole, capture_output=True, encoding="utf-8", check=False)
        self.log.append(done.stdout + done.stderr)
        assert done.returncode == 0, f"{command[-1]}\n{done.stdout}{done.stderr}"

    def _clone(self, work: Path) -> None:
        subprocess.run(["git", "clone", "--quiet", f"file://{self.remote}", str(work)], check=True)

    def _restore(self, paths: list[str], work: Path) -> None:
        for path in paths:
            kept = self.store / "cache" / path.strip("/")
            if kept.exists():
                # As tar does, with the times of files.
                shutil.copytree(kept, work / path, dirs_exist_ok=True)

    def _save(self, paths: list[str], work: Path) -> None:
        self._copy(paths, work, self.store / "cache")

    def _keep(self, paths: list[str], work: Path) -> None:
        self._copy(paths, work, self.store / "artifacts")

    def _copy(self, paths: list[str], work: Path, target: Path) -> None:
        for path in (one.strip("/") for one in paths):
            if (work / path).exists():
                shutil.rmtree(target / path, ignore_errors=True)
                shutil.copytree(work / path, target / path)
