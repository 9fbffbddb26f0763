"""The only place that builds directories of services, PTV and HSDS, for tests to read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from solmu.formats.csv_sheets import packed

DATA = Path(__file__).parent / "data"
PTV_FI = (DATA / "ptv-fi.json").read_bytes()
PTV_FI_SV = (DATA / "ptv-fi-sv.json").read_bytes()


def ptv_organisation(ref: str, name: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": ref,
        "organizationNames": [{"language": "fi", "value": name, "type": "Name"}],
        "publishingStatus": "Published",
        **fields,
    }


def ptv_service(name: str, *refs: str, status: str = "Published") -> dict[str, Any]:
    return {
        "id": f"s-{name}",
        "serviceNames": [{"language": "fi", "value": name, "type": "Name"}],
        "organizations": [
            {"roleType": "Responsible" if not place else "Producer", "organization": {"id": ref, "name": f"Toimija {ref}"}}
            for place, ref in enumerate(refs)
        ],
        "publishingStatus": status,
        "modified": "2026-03-04T08:00:00.000Z",
    }  # fmt: skip


PTV_ENDED: dict[str, Any] = {
    "organizations": [
        ptv_organisation("k", "Kaupunki", emails=[{"value": "k@example.fi", "language": "fi"}],
                         phoneNumbers=[{"prefixNumber": "+358", "number": "14 123"}]),
        ptv_organisation("v", "Vanha paja", publishingStatus="Deleted", parentOrganizationId="muu"),
    ],
    "services": [
        ptv_service("Pajatoiminta", "k", "v", status="Deleted"),
        ptv_service("Neuvonta", "k", "y"),
        ptv_service("Ohjaus", "k", "y", status="Deleted"),
        ptv_service("Orpo"),
    ],
}  # fmt: skip

HSDS: dict[str, Any] = {
    "total_items": 2, "page_number": 1,
    "contents": [
        {"id": "s1", "name": "Neuvonta", "status": "active", "description": "x",
         "organization": {"id": "o2", "name": "Nuorten talo", "description": "Talo keskustassa",
                          "alternate_name": "Talo", "parent_organization_id": "o1", "website": "https://x.example",
                          "organization_identifiers": [{"identifier_type": "Y-tunnus", "identifier": "1234567-1"}],
                          "phones": [{"id": "p", "number": "014 555"}], "year_incorporated": 1999,
                          "locations": [{"id": "l", "addresses": [{"city": "Jämsä"}]}]}},
        {"id": "s2", "name": "Vanha kurssi", "status": "defunct", "organization_id": "o2", "description": "x"},
        {"id": "s3", "name": "Orpo", "status": "active", "service_at_locations": []},
    ],
}  # fmt: skip
HSDS_TABLES = {
    "organization.csv": "id,name,alternate_name,description,parent_organization_id,tax_id\r\n"
    'o1,Kaupunki,,"Iso, vanha",,7654321-2\r\no2,Nuorten talo,Talo,,o1,FI99\r\n',
    "service.csv": "id,organization_id,name,status\r\ns1,o2,Neuvonta,active\r\ns2,o2,Kurssi,inactive\r\n",
    "phone.csv": "id,organization_id,number\r\np1,o2,014 555\r\n",
    "location.csv": "id,organization_id,name\r\nl1,o1,Kaupungintalo\r\n",
    "address.csv": "id,location_id,city\r\na1,l1,Jämsä\r\n",
    "taxonomy.csv": "id,name\r\nt1,x\r\n",
}


def text(tree: Any) -> bytes:
    """Write a tree as a program does."""
    return json.dumps(tree, ensure_ascii=False).encode()


def hsds_zip(**others: str) -> bytes:
    """Pack the tables of HSDS."""
    files = {**HSDS_TABLES, **{f"{name}.csv": content for name, content in others.items()}}
    return packed({name: content.encode() for name, content in files.items()})
