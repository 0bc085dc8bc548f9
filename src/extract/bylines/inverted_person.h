// Reads the name of one person in the form "Family, Given".
#pragma once

#include <string>
#include <string_view>

namespace newsmill::extract::bylines {

/// Returns whether the word, in any case, may be a particle of a name: "van" in
/// "Jan van Dijk", "y" in "José Ortega y Gasset".
bool IsParticle(std::string_view word);

/// Returns the name of one person in the order "Given Family": "Mario Vargas
/// Llosa" for "Vargas Llosa, Mario", and "M. L. King, Jr." for "King, M. L.,
/// Jr.". Returns the text unchanged if it may be such a name or a name and a
/// place: "Okon Adeyemi, Femi". Returns "" for a name in another form and for
/// the names of several persons.
std::string InvertedPerson(std::string_view text);

}  // namespace newsmill::extract::bylines
