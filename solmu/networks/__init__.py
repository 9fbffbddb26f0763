"""Networks: the tenant, its areas, members and roles."""
