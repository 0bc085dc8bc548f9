"""A broker whose listeners ask for a login: certificates, users, and clients' settings."""

import pathlib
import subprocess
from typing import Mapping

from confluent_kafka.admin import (ScramCredentialInfo, ScramMechanism,
                                   UserScramCredentialUpsertion)

from cluster import Cluster, free_ports

USER = "mill"
PASSWORD = "correct-horse-battery-staple"
PROTOCOLS = ("SASL_PLAINTEXT", "SASL_SSL", "SSL")
PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule"
SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule"


class SecureCluster:
    """One node. PLAINTEXT stays open, for what the tests themselves do."""

    def __init__(self, directory: pathlib.Path):
        self.certificates = Certificates(directory)
        self.ports = dict(zip(PROTOCOLS, free_ports(len(PROTOCOLS))))
        settings = {
            "sasl.enabled.mechanisms": "PLAIN,SCRAM-SHA-256,SCRAM-SHA-512",
            "ssl.keystore.type": "PEM",
            "ssl.keystore.location": str(self.certificates.key_store),
            "connection.failed.authentication.delay.ms": "50",
        }
        for protocol in ("sasl_plaintext", "sasl_ssl"):
            for mechanism in ("scram-sha-256", "scram-sha-512"):
                settings[f"listener.name.{protocol}.{mechanism}.sasl.jaas.config"] = (
                    f"{SCRAM} required;")
        self.cluster = Cluster(directory, properties=settings | _plain_users(PASSWORD),
                               listeners=self.ports)
        self.set_scram_password(PASSWORD)

    def address(self, protocol: str) -> str:
        if protocol == "PLAINTEXT":
            return self.cluster.brokers
        return f"127.0.0.1:{self.ports[protocol]}"

    def set_plain_password(self, password: str) -> None:
        """The broker starts again with it."""
        self.cluster.stop(1)
        self.cluster.properties |= _plain_users(password)
        self.cluster.start(1)

    def set_scram_password(self, password: str) -> None:
        admin = self.cluster.admin()
        changes = [UserScramCredentialUpsertion(USER, ScramCredentialInfo(mechanism, 4096),
                                                password.encode())
                   for mechanism in (ScramMechanism.SCRAM_SHA_256, ScramMechanism.SCRAM_SHA_512)]
        for change in changes:  # one user in one request has one change
            for future in admin.alter_user_scram_credentials([change]).values():
                future.result()

    def close(self, keep_logs: bool) -> None:
        self.cluster.close(keep_logs)


def login(protocol: str, mechanism: str = "PLAIN", password: str = PASSWORD) -> dict[str, str]:
    """A client's properties, without those for certificates."""
    return {"security.protocol": protocol, "sasl.mechanisms": mechanism,
            "sasl.username": USER, "sasl.password": password}


def _plain_users(password: str) -> Mapping[str, str]:
    users = f'{PLAIN} required user_{USER}="{password}";'
    return {f"listener.name.{protocol}.plain.sasl.jaas.config": users
            for protocol in ("sasl_plaintext", "sasl_ssl")}


class Certificates:
    """An authority, the broker's certificate by it, and an authority that signed nothing."""

    def __init__(self, directory: pathlib.Path):
        self.ca = directory / "ca.pem"
        self.other_ca = directory / "other-ca.pem"
        self.key_store = directory / "broker.pem"
        key, request, certificate, names = (
            directory / name for name in ("broker.key", "broker.csr", "broker.crt", "names.cnf"))
        for ca in (self.ca, self.other_ca):
            _openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
                     "-subj", "/CN=Test authority", "-keyout", f"{ca}.key", "-out", str(ca))
        _openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=broker",
                 "-keyout", str(key), "-out", str(request))
        names.write_text("subjectAltName=IP:127.0.0.1,DNS:127.0.0.1,DNS:localhost\n")
        _openssl("x509", "-req", "-days", "2", "-in", str(request), "-CA", str(self.ca),
                 "-CAkey", f"{self.ca}.key", "-CAcreateserial", "-extfile", str(names),
                 "-out", str(certificate))
        self.key_store.write_text(key.read_text() + certificate.read_text())


def _openssl(*arguments: str) -> None:
    subprocess.run(["openssl", *arguments], check=True, capture_output=True)
