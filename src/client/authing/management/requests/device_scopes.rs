//! Device scopes.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/get-device-exclusive-rule-settings" AccessKey get_rule_settings GetRuleSettings
        [
            "Read the device exclusivity rules." "get_rule_settings" "node" "node" ""
            "node=getRuleSettings" "" "GetDeviceExclusiveRuleRespDto"
            "GetDeviceExclusiveRuleDataDto" "-"
        ];

    POST "/api/v3/update-device-exclusive-rule-settings" AccessKey update_rule_settings UpdateRuleSettings
        [
            "Change the device exclusivity rules." "update_rule_settings" "node" "node"
            "UpdateDeviceExclusiveRuleDto" "node=updateRuleSettings" ""
            "GetDeviceExclusiveRuleRespDto" "GetDeviceExclusiveRuleDataDto" "-"
        ]
        (rule: Choice["disable" "condition:device" "condition:ip"] "rule")
        {device_rule: Object "deviceRule", ip_rule: Object "ipRule"};

    GET "/api/v3/get-device-exclusive-valid-scope-settings" AccessKey get_all_valid_scope_settings GetAllValidScopeSettings
        [
            "List where device exclusivity applies." "get_all_valid_scope_settings" "node" "node" ""
            "node=getAllValidScopeSettings" "" "GetDeviceExclusiveValidScopeRespDto"
            "list<GetDeviceExclusiveValidScopeDataDto>" "array"
        ];

    GET "/api/v3/get-supported-device-exclusive-apps" AccessKey find_app_lists FindAppLists
        [
            "List applications able to use device exclusivity." "find_app_lists" "node" "node" ""
            "node=findAppLists" "" "GetDeviceExclusiveValidScopeAppRespDto"
            "list<DeviceExclusiveValidScopeAppDataDto>" "array"
        ]
        (keyword: Text "keyword")
        {};

    POST "/api/v3/save-device-exclusive-valid-scope-settings" AccessKey save_invitation_policies SaveInvitationPolicies
        [
            "Save where device exclusivity applies." "save_invitation_policies" "node" "node"
            "SaveDeviceExclusiveValidScopeSettingsDto" "node=saveInvitationPolicies" ""
            "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (app_ids: Texts "appIds")
        {};

    POST "/api/v3/remove-device-exclusive-valid-scope-settings" AccessKey remove Remove
        [
            "Remove scopes from device exclusivity." "remove" "node" "node"
            "DeleteDeviceExclusiveValidScopeSettingsByIdsDto" "node=remove" "" "IsSuccessRespDto"
            "IsSuccessDto" "-"
        ]
        (app_id: Text "appId")
        {};

    GET "/api/v3/get-device-exclusive-white-list-settings" AccessKey get_all_white_list_settings GetAllWhiteListSettings
        [
            "List device exclusivity exceptions." "get_all_white_list_settings" "node" "node" ""
            "node=getAllWhiteListSettings" "" "GetDeviceExclusiveWhiteListRespDto"
            "list<GetDeviceExclusiveWhiteListDataDto>" "array"
        ];
}
