#include "await_group.h"

#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace newsmill::app {
namespace {

using kafka::GroupMember;
using testing::HasSubstr;

kafka::Options OptionsOf(const std::string& instance_id = "") {
  kafka::Options options;
  options.group = "news";
  options.instance_id = instance_id;
  return options;
}

TEST(NoOtherMembersTest, AGroupWithoutMembersIsAccepted) {
  EXPECT_TRUE(CheckNoOtherMembers(OptionsOf(), {}));
  EXPECT_TRUE(CheckNoOtherMembers(OptionsOf("w1"), {}));
}

TEST(NoOtherMembersTest, AnotherWorkerIsRefusedWithTheWayOut) {
  const std::vector<GroupMember> members = {
      {.client_id = "newsmill", .instance_id = "", .host = "/10.0.0.1"},
      {.client_id = "newsmill", .instance_id = "w2", .host = "/10.0.0.2"}};

  const auto checked = CheckNoOtherMembers(OptionsOf(), members);

  ASSERT_FALSE(checked);
  EXPECT_TRUE(checked.error().misconfigured);
  const std::string& what = checked.error().message;
  EXPECT_THAT(what, HasSubstr("group news has other members"));
  EXPECT_THAT(what, HasSubstr("newsmill on /10.0.0.1"));
  EXPECT_THAT(what, HasSubstr("kafka.instance_id w2 on /10.0.0.2"));
  EXPECT_THAT(what, HasSubstr("start this worker without the option"));
  EXPECT_THAT(what, HasSubstr("stop all workers"));
}

TEST(NoOtherMembersTest, AnEarlierRunOfTheSameWorkerIsNoOtherMember) {
  const std::vector<GroupMember> members = {
      {.client_id = "newsmill", .instance_id = "w1", .host = "/10.0.0.1"}};

  EXPECT_TRUE(CheckNoOtherMembers(OptionsOf("w1"), members));
  EXPECT_FALSE(CheckNoOtherMembers(OptionsOf("w2"), members));
  EXPECT_FALSE(CheckNoOtherMembers(OptionsOf(), members));
}

}  // namespace
}  // namespace newsmill::app
