#include "app/standby.h"

#include <gtest/gtest.h>

#include <set>

namespace kiosk::app {
namespace {

TEST(Standby, ManyLanguagesSayItEachInItsOwnWords) {
  const Standby standby = load_standby({});
  ASSERT_GE(standby.sites.size(), 14u);
  ASSERT_EQ(standby.sites.size(), standby.manifest.languages.size());
  EXPECT_EQ(standby.sites.front().lang, "sv");
  std::set<std::string> texts;
  for (std::size_t i = 0; i < standby.sites.size(); ++i) {
    const content::Site& site = standby.sites[i];
    EXPECT_EQ(site.lang, standby.manifest.languages[i].tag);
    for (const char* key : {"emergency.label", "out-of-service.text", "out-of-service.title"})
      EXPECT_TRUE(site.ui.contains(key)) << site.lang << " " << key;
    EXPECT_NE(site.ui.at("out-of-service.text").find("112"), std::string::npos) << site.lang;
    EXPECT_TRUE(texts.insert(site.ui.at("out-of-service.text")).second) << site.lang;
    EXPECT_TRUE(site.name.runs.empty()) << "a municipality's name on every kiosk";
  }
}

TEST(Standby, TheDevicesOwnLanguagesComeFirst) {
  const Standby standby = load_standby({"ur", "nowhere", "ar"});
  EXPECT_EQ(standby.sites[0].lang, "ur");
  EXPECT_EQ(standby.sites[1].lang, "ar");
  EXPECT_EQ(standby.sites[2].lang, "sv");
}

}  // namespace
}  // namespace kiosk::app
