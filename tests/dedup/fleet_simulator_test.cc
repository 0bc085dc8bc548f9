#include "fleet_simulator.h"

#include <cstdlib>
#include <map>
#include <string>

#include "gtest/gtest.h"

namespace newsmill::dedup {
namespace {

std::string NameOf(Harm harm) {
  switch (harm) {
    case Harm::kDecisionsDiffer:
      return "decisions differ";
    case Harm::kWrongDecision:
      return "wrong decision";
    case Harm::kNotCountedOnce:
      return "not counted once";
    case Harm::kTwoOriginals:
      return "two originals";
    case Harm::kLostArticle:
      return "lost article";
    case Harm::kStopped:
      return "stopped";
    case Harm::kDoesNotDrain:
      return "does not drain";
  }
  return "?";
}

int Main(Broken broken, int n) {
  std::map<std::string, int> count;
  std::map<std::string, std::string> first;
  FleetReport sum;
  for (int seed = 0; seed < n; ++seed) {
    const auto report = SimulateFleet(seed, broken);
    for (const auto& [harm, what] : report.harms) {
      if (++count[NameOf(harm)] == 1)
        first[NameOf(harm)] = std::to_string(seed) + ": " + what;
    }
    for (size_t i = 0; i < sum.effects.size(); ++i)
      sum.effects[i] += report.effects[i];
    for (size_t i = 0; i < sum.outcomes.size(); ++i)
      sum.outcomes[i] += report.outcomes[i];
    sum.crashes += report.crashes;
    sum.dead_letters += report.dead_letters;
  }
  printf("broken %d\n", static_cast<int>(broken));
  for (auto& [name, c] : count)
    printf("  %s %d  first %s\n", name.c_str(), c, first[name].c_str());
  printf("  effects");
  for (auto e : sum.effects) printf(" %ld", e);
  printf("  outcomes");
  for (auto e : sum.outcomes) printf(" %ld", e);
  printf(" dead %ld crashes %ld\n", sum.dead_letters, sum.crashes);
  return 0;
}

TEST(FleetTest, X) {
  const int n = getenv("N") ? atoi(getenv("N")) : 1000;
  if (getenv("B")) {
    Main(static_cast<Broken>(atoi(getenv("B"))), n);
    return;
  }
  for (int b = 0; b < 14; ++b) Main(static_cast<Broken>(b), n);
}

}  // namespace
}  // namespace newsmill::dedup
