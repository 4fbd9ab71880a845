// A build of what has changed since the last one: the same bytes as a whole build, made by the same pipeline on a
// narrower project. It looks at pages, and only where it can prove that nothing else differs:
// - Pages whose Swedish or whose units of any PO file have other bytes are made anew, in every language. So are pages
//   that link to them, since a link shows the other's title, and pages between which sentences may wander (carry.h).
//   Their topics take how they show the other pages from the tree.
// - Anything else that differs (facts, the glossary, languages, what pages there are, the date, this program, a font, a
//   file of the tree), or any error, makes it step aside for the whole build.
// What has not changed is known by its stamp, or by its hash where the stamp says nothing.
#pragma once

#include <optional>

#include "build_inputs.h"
#include "build_memory.h"
#include "build_request.h"
#include "staged_tree.h"

namespace kiosk::tool {

struct ChangedResult {
  std::size_t languages = 0, files = 0;
  std::size_t pages_made = 0, pages = 0;
};

// nullopt, with nothing written, where a whole build is called for.
std::optional<ChangedResult> build_changes(const BuildRequest& request);

// Remembers a whole build that found no errors. `inputs` were looked at before it read anything, at `looked_at_ns`.
// Best effort: without a memory the next build is a whole one.
void remember_build(const BuildRequest& request, const BuildInputs& inputs, std::int64_t looked_at_ns,
                    const Project& project, const StagedTree& tree);

}  // namespace kiosk::tool
