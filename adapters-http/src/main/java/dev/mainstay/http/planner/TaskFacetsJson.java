package dev.mainstay.http.planner;

import dev.mainstay.application.planner.TaskFacets;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What the caller's tasks are gathered by, and how many there are, deleted ones left out. */
@Serdeable
@Schema(
        name = "TaskFacets",
        requiredProperties = {"open", "done", "projects", "labels"},
        example = """
                {"open":3,"done":1,"projects":[{"name":"Flat","open":2,"done":1}],"labels":[{"name":"home","open":1,"done":0}]}""")
record TaskFacetsJson(int open, int done, List<FacetJson> projects, List<FacetJson> labels) {

    /** A project or a label, and how many tasks it has. */
    @Serdeable
    @Schema(
            name = "TaskFacet",
            requiredProperties = {"name", "open", "done"})
    record FacetJson(String name, int open, int done) {
        static FacetJson from(TaskFacets.Named named) {
            return new FacetJson(named.name(), named.open(), named.done());
        }
    }

    static TaskFacetsJson from(TaskFacets facets) {
        return new TaskFacetsJson(
                facets.open(),
                facets.done(),
                facets.projects().stream().map(FacetJson::from).toList(),
                facets.labels().stream().map(FacetJson::from).toList());
    }
}
