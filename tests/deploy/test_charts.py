"""What kustomize builds is valid, and holds together. By `script/verify charts`."""

import json
import os
import pathlib
import re
import subprocess

import jsonschema
import pytest
import yaml

from places import DEPLOY, ROOT

pytestmark = pytest.mark.charts

TOOLS = pathlib.Path(os.environ.get("NEWSMILL_CHARTS", ""))
KUBERNETES = DEPLOY / "kubernetes"
# Resources whose schema is not Kubernetes' own.
FOREIGN = {"ScaledObject"}


def build(folder: pathlib.Path) -> dict[str, dict]:
    """The resources by kind."""
    built = subprocess.run([TOOLS / "bin/kustomize", "build", folder],
                           capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    return {each["kind"]: each for each in yaml.safe_load_all(built.stdout)}


@pytest.fixture(scope="module")
def overlay(tmp_path_factory) -> dict[str, dict]:
    """The base with every component, as somebody would use it."""
    folder = tmp_path_factory.mktemp("overlay")
    here = {path: os.path.relpath(path, folder.resolve())
            for path in [KUBERNETES / "base", *(KUBERNETES / "components").iterdir()]}
    (folder / "kustomization.yaml").write_text(yaml.safe_dump({
        "resources": [here.pop(KUBERNETES / "base")], "components": list(here.values())}))
    return build(folder)


def test_each_resource_is_valid(overlay):
    import kubernetes_validate  # only where the charts' tools are

    for kind, resource in overlay.items():
        if kind not in FOREIGN:
            kubernetes_validate.validate(resource, "1.37", strict=True)
    assert FOREIGN < set(overlay)


def test_the_example_overlay_has_its_own_configuration_and_image():
    resources = build(KUBERNETES / "overlays/example")
    containers = [resources[kind]["spec"]["template"]["spec"]["containers"][0]
                  for kind in ("StatefulSet", "Job")]

    assert resources["ConfigMap"]["data"]["newsmill.yaml"] == (
        KUBERNETES / "overlays/example/newsmill.yaml").read_text()
    assert {container["image"] for container in containers} == {
        "registry.example/newsmill:0.1.0"}
    for container in containers:
        assert "NEWSMILL_KAFKA__PROPERTIES__SASL_PASSWORD_FILE" in {
            each["name"] for each in container["env"]}


def test_every_selector_means_the_pods(overlay):
    pods = overlay["StatefulSet"]["spec"]["template"]
    selectors = [
        overlay["StatefulSet"]["spec"]["selector"]["matchLabels"],
        pods["spec"]["topologySpreadConstraints"][0]["labelSelector"]["matchLabels"],
        overlay["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"],
        overlay["NetworkPolicy"]["spec"]["podSelector"]["matchLabels"],
        overlay["Service"]["spec"]["selector"],
    ]

    for selector in selectors:
        assert selector and selector.items() <= pods["metadata"]["labels"].items()


def test_the_worker_reads_the_configuration_that_is_built(overlay):
    pod = overlay["StatefulSet"]["spec"]["template"]["spec"]
    volume, = (each for each in pod["volumes"] if "configMap" in each)
    mount, = (each for each in pod["containers"][0]["volumeMounts"]
              if each["name"] == volume["name"])
    file, = overlay["ConfigMap"]["data"]
    command = re.search(r'^CMD (\[.*\])$', (DEPLOY / "Dockerfile").read_text(), re.M)[1]

    assert volume["configMap"]["name"] == overlay["ConfigMap"]["metadata"]["name"]
    assert json.loads(command)[-1] == f"{mount['mountPath']}/{file}"


def test_the_fleet_is_scaled_by_a_metric_that_exists(overlay):
    scaled = overlay["ScaledObject"]["spec"]
    names = re.findall(r"newsmill_\w+", scaled["triggers"][0]["metadata"]["query"])

    assert scaled["scaleTargetRef"]["name"] == overlay["StatefulSet"]["metadata"]["name"]
    assert "replicas" not in overlay["StatefulSet"]["spec"]
    for name in names:
        assert f"`{name}`" in (ROOT / "docs/metrics.md").read_text()
    assert names


def test_kustomize_builds_what_strimzi_takes():
    """Its schemas are not to be had as a package: the kinds and what every resource must have."""
    built = subprocess.run([TOOLS / "bin/kustomize", "build", KUBERNETES / "strimzi"],
                           capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr

    resources = list(yaml.safe_load_all(built.stdout))

    assert {(each["apiVersion"], each["kind"]) for each in resources} == {
        ("kafka.strimzi.io/v1", "KafkaTopic"), ("kafka.strimzi.io/v1", "KafkaUser")}
    for each in resources:
        assert each["metadata"]["labels"]["strimzi.io/cluster"] == each["metadata"]["namespace"]


def test_compose_is_valid(compose):
    schema = json.loads((TOOLS / "compose-spec.json").read_text())

    jsonschema.validate(compose, schema)
