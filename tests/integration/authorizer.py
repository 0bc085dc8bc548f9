"""A broker that asks who somebody is and what he may do: SASL/PLAIN and ACLs.

The listener of the base class stays as it is, for the tests themselves: who comes by it is
a super user. Programs under test come by a second listener, as a user with the ACLs that a
test gives it.
"""

import pathlib
from dataclasses import dataclass
from typing import Iterable

from confluent_kafka.admin import (AclBinding, AclBindingFilter, AclOperation,
                                   AclPermissionType, ResourcePatternType, ResourceType)

from cluster import Cluster, Node, free_ports
from waiting import eventually

USERS = [f"worker-{number}" for number in range(100)]
PASSWORD = "a-password-of-tests"
RESOURCES = {"topic": ResourceType.TOPIC, "group": ResourceType.GROUP,
             "transactional-id": ResourceType.TRANSACTIONAL_ID}
PATTERNS = {"literal": ResourcePatternType.LITERAL, "prefixed": ResourcePatternType.PREFIXED}


@dataclass(frozen=True, order=True)
class Acl:
    """One permission, in the words of kafka-acls."""
    resource: str  # topic, group, transactional-id
    name: str
    operation: str  # READ, DESCRIBE_CONFIGS …
    pattern: str = "literal"

    def __str__(self) -> str:
        return f"{self.resource}-{self.name}-{self.operation}"


class GuardedCluster(Cluster):
    """One broker with an authorizer."""

    def __init__(self, directory: pathlib.Path):
        self._guarded_port, = free_ports(1)
        self._free_users = list(USERS)
        super().__init__(directory)

    @property
    def guarded_brokers(self) -> str:
        return f"127.0.0.1:{self._guarded_port}"

    def new_user(self) -> str:
        """Somebody without any permission."""
        return self._free_users.pop()

    def allow(self, user: str, acls: Iterable[Acl]) -> None:
        """Returns when the broker follows them."""
        wanted = set(acls)
        admin = self.admin()  # has to live until the last answer
        for future in admin.create_acls([_binding(user, acl) for acl in wanted]).values():
            future.result()
        eventually(lambda: wanted <= self.acls_of(user), 30, f"{user} may what was allowed")

    def withdraw(self, user: str, acl: Acl) -> None:
        """Returns when the broker follows that."""
        b = _binding(user, acl)
        only = AclBindingFilter(b.restype, b.name, b.resource_pattern_type, b.principal, b.host,
                                b.operation, b.permission_type)
        admin = self.admin()
        for future in admin.delete_acls([only]).values():
            future.result()
        eventually(lambda: acl not in self.acls_of(user), 30, f"{user} may not any more: {acl}")

    def acls_of(self, user: str) -> set[Acl]:
        everything = AclBindingFilter(ResourceType.ANY, None, ResourcePatternType.ANY,
                                      f"User:{user}", None, AclOperation.ANY,
                                      AclPermissionType.ANY)
        admin = self.admin()
        resources = {value: key for key, value in RESOURCES.items()}
        patterns = {value: key for key, value in PATTERNS.items()}
        return {Acl(resources[each.restype], each.name, each.operation.name,
                    patterns[each.resource_pattern_type])
                for each in admin.describe_acls(everything).result()}

    @staticmethod
    def login(user: str) -> dict[str, str]:
        """What `kafka.properties` need for it."""
        return {"security.protocol": "SASL_PLAINTEXT", "sasl.mechanism": "PLAIN",
                "sasl.username": user, "sasl.password": PASSWORD}

    def _properties(self, node: Node) -> str:
        """The last line of a key counts."""
        controller = f"CONTROLLER://127.0.0.1:{node.controller_port}"
        users = " ".join(f'user_{user}="{PASSWORD}"' for user in USERS)
        module = "org.apache.kafka.common.security.plain.PlainLoginModule"
        return super()._properties(node) + f"""
listeners=PLAINTEXT://{node.address},GUARDED://{self.guarded_brokers},{controller}
advertised.listeners=PLAINTEXT://{node.address},GUARDED://{self.guarded_brokers}
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,GUARDED:SASL_PLAINTEXT
listener.name.guarded.sasl.enabled.mechanisms=PLAIN
listener.name.guarded.plain.sasl.jaas.config={module} required {users};
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:ANONYMOUS
"""


def _binding(user: str, acl: Acl) -> AclBinding:
    return AclBinding(RESOURCES[acl.resource], acl.name, PATTERNS[acl.pattern], f"User:{user}",
                      "*", AclOperation[acl.operation], AclPermissionType.ALLOW)
