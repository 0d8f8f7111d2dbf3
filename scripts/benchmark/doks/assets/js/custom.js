// The theme imports it; a site without wishes of its own has nothing here.
