"""Pages of people: signing in and the profile, and what is kept of oneself."""
