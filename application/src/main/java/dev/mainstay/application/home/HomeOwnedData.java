package dev.mainstay.application.home;

import dev.mainstay.application.identity.OwnedData;
import java.util.List;

/** How a user arranged the home page, for their export (U13). */
public final class HomeOwnedData implements OwnedData {

    private final HomeLayouts layouts;

    public HomeOwnedData(HomeLayouts layouts) {
        this.layouts = layouts;
    }

    @Override
    public List<Section> sections() {
        return List.of(new Section("home.layout", (owner, row) -> row.accept(layouts.of(owner))));
    }
}
